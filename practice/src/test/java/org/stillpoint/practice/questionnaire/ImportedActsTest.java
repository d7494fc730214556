package org.stillpoint.practice.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.asking.AskQuestionnaires;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.asking.DueQuestionnaire;
import org.stillpoint.practice.asking.OfferedQuestionnaire;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.contract.ImportedQuestionnairesContract;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The questionnaires are made up. */
class ImportedActsTest {
    private static final int DIG = 1;
    private static final int WATER = 2;
    private static final int HAS_DOG = 3;
    private static final int DOG = 4;
    private static final int TOOLS = 7;

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Actor owner = PeopleInMemory.by(people.account("olga", Role.OWNER));
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final Actor by = PeopleInMemory.by(sam);
    private final ImportQuestionnaire importing = new ImportQuestionnaire(work, clock);

    private ImportedQuestionnaire imports(String edition) {
        importing.by(
                owner,
                new ImportQuestionnaire.Command(Id.random(), ImportedQuestionnairesContract.garden(edition), true));
        return records.importedQuestionnaires().list().stream()
                .filter(ImportedQuestionnaire::offered)
                .findFirst()
                .orElseThrow();
    }

    private FilledQuestionnaire asked(ImportedQuestionnaire imported) {
        new AskQuestionnaires(work, clock)
                .by(by, new AskQuestionnaires.Command(Id.random(), ann, Set.of(imported.instrument())));
        return records.filledQuestionnaires().listOpen(ann).getFirst();
    }

    private Answer<FilledQuestionnaire> answers(FilledQuestionnaire filled, int item, ItemAnswer answer) {
        return new AnswerQuestion(work, clock)
                .by(
                        by,
                        new AnswerQuestion.Command(
                                Id.random(), ann, filled.id(), item, Optional.of(answer), IntakeHand.CLIENT_HERE));
    }

    private Answer<FilledQuestionnaire> handsIn(FilledQuestionnaire filled) {
        return new HandInQuestionnaire(work, clock)
                .by(by, new HandInQuestionnaire.Command(Id.random(), ann, filled.id()));
    }

    private AskedSheet sheet(FilledQuestionnaire filled) {
        return AskedSheet.of(records, records.filledQuestionnaires().get(ann, filled.id()));
    }

    private List<String> offered() {
        return new AskedReading(work, clock)
                .by(by, ann).offered().stream().map(OfferedQuestionnaire::name).toList();
    }

    @Test
    void itemThatTakesSeveral_keepsEachOfThem_andReadsInTheWordsOfItsForm() {
        FilledQuestionnaire filled = asked(imports("1"));
        assertThatThrownBy(() -> answers(filled, TOOLS, new ChoiceAnswer(1))).isInstanceOf(BadValue.class);
        SeveralAnswers given = new SeveralAnswers(new TreeSet<>(Set.of(3, 1)), new PrivateText("a bucket"));

        assertThat(answers(filled, TOOLS, given)).isInstanceOf(Answer.Done.class);

        assertThat(sheet(filled).answer(TOOLS)).contains(given);
        assertThat(sheet(filled).formWords(TOOLS)).contains("a spade; a hose; a bucket");
    }

    @Test
    void imported_isOfferedBeforeTheTable_toWhoeverReadsItsLanguage_untilItIsStopped() {
        ImportedQuestionnaire garden = imports("1");
        assertThat(offered()).startsWith("Time in the garden").hasSize(6);

        PrivateText none = PrivateText.NONE;
        records.aboutClients()
                .updateContact(records.aboutClients()
                        .contact(ann)
                        .with(new ContactDetails(
                                none,
                                none,
                                new PrivateText("Deutsch"),
                                none,
                                none,
                                none,
                                Optional.empty(),
                                Optional.empty())));
        assertThat(offered()).doesNotContain("Time in the garden");
        assertThatThrownBy(() -> asked(garden)).isInstanceOf(BadValue.class);

        importing.by(owner, new ImportQuestionnaire.OfferOrStop(Id.random(), garden.id(), false));
        assertThat(new AskedReading(work, clock).by(by, ann).offered()).hasSize(5);
    }

    @Test
    void imported_withoutSayingThatThePracticeMayUseIt_orBySomebodyElse_isNotKept() {
        var unsaid = new ImportQuestionnaire.Command(Id.random(), ImportedQuestionnairesContract.garden("1"), false);
        assertThatThrownBy(() -> importing.by(owner, unsaid)).isInstanceOf(BadValue.class);
        var said = new ImportQuestionnaire.Command(Id.random(), ImportedQuestionnairesContract.garden("1"), true);
        assertThatThrownBy(() -> importing.by(by, said)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> new ImportedReading(work).by(by)).isInstanceOf(NotAllowed.class);

        assertThat(records.importedQuestionnaires().list()).isEmpty();
    }

    @Test
    void anotherEdition_takesItsPlace_andWhatIsBegunGoesOnInItsOwn_whileTheSameAgainIsNone() {
        ImportedQuestionnaire first = imports("1");
        FilledQuestionnaire begun = asked(first);
        assertThat(imports("1").id()).isEqualTo(first.id());

        ImportedQuestionnaire second = imports("2");

        assertThat(second.instrument()).isEqualTo(first.instrument());
        assertThat(records.importedQuestionnaires().list())
                .filteredOn(ImportedQuestionnaire::offered)
                .extracting(ImportedQuestionnaire::id)
                .containsExactly(second.id());
        assertThat(asked(second).id()).as("it waits once").isEqualTo(begun.id());
        answers(begun, DIG, new ChoiceAnswer(1));
        handsIn(begun);
        assertThat(records.filledQuestionnaires().get(ann, begun.id()).imported())
                .contains(first.id());
        assertThat(asked(second).imported()).contains(second.id());
        assertThat(imports("1").id()).as("the one before is offered again").isEqualTo(first.id());
    }

    @Test
    void answer_ofAnotherKind_orToWhatIsNotAsked_isABadValue() {
        FilledQuestionnaire garden = asked(imports("1"));
        assertThatThrownBy(() -> answers(garden, DIG, ItemAnswer.number(1))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> answers(garden, DIG, new ChoiceAnswer(4))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> answers(garden, DOG, new WordsAnswer(new PrivateText("Waldi"))))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> answers(garden, 8, new YesNoAnswer(true))).isInstanceOf(BadValue.class);

        answers(garden, HAS_DOG, new YesNoAnswer(true));
        assertThat(answers(garden, DOG, new WordsAnswer(new PrivateText("Waldi"))))
                .isInstanceOf(Answer.Done.class);
        assertThatThrownBy(() -> answers(garden, DOG, new WordsAnswer(new PrivateText("W".repeat(41)))))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void handedIn_answersToWhatIsNotAskedInTheEnd_go_andItsSumJoinsNoScore() {
        FilledQuestionnaire garden = asked(imports("1"));
        answers(garden, DIG, new ChoiceAnswer(2));
        answers(garden, WATER, new ChoiceAnswer(3));
        answers(garden, HAS_DOG, new YesNoAnswer(true));
        answers(garden, DOG, new WordsAnswer(new PrivateText("Waldi")));
        assertThat(sheet(garden).requiredMissing()).isZero();
        answers(garden, HAS_DOG, new YesNoAnswer(false));
        assertThat(sheet(garden).answered()).isEqualTo(3);

        handsIn(garden);

        assertThat(sheet(garden).filled().answers()).containsOnlyKeys(DIG, WATER, HAS_DOG);
        assertThat(sheet(garden).score()).hasValue(101.5);
        assertThat(records.questionnaireScores().list(ann))
                .as("nobody knows here which way is better")
                .isEmpty();
        assertThat(records.redFlags().list(ann)).isEmpty();
    }

    @Test
    void onlyWhatIsNotAskedAnswered_isNothingAnswered() {
        FilledQuestionnaire garden = asked(imports("1"));
        answers(garden, HAS_DOG, new YesNoAnswer(true));
        answers(garden, DOG, new WordsAnswer(new PrivateText("Waldi")));
        new AnswerQuestion(work, clock)
                .by(
                        by,
                        new AnswerQuestion.Command(
                                Id.random(), ann, garden.id(), HAS_DOG, Optional.empty(), IntakeHand.THERAPIST));

        assertThat(handsIn(garden)).isEqualTo(new Answer.No<>(Rule.NOTHING_IS_ANSWERED));
    }

    @Test
    void planned_isDueByWhatWasHandedIn_standsOnTheClientByName_andOutlastsThatItIsNotOffered() {
        ImportedQuestionnaire garden = imports("1");
        plans(Map.of(garden.instrument(), Set.of(AskMoment.EVERY_TWO_WEEKS)));
        assertThat(due()).containsExactly("Time in the garden");
        FilledQuestionnaire filled = asked(garden);
        assertThat(new ReadClient(work, clock).by(by, ann).questionnaires().waiting())
                .containsExactly("Time in the garden");
        answers(filled, DIG, new ChoiceAnswer(1));
        handsIn(filled);
        assertThat(due()).isEmpty();
        clock.pass(Duration.ofDays(14));
        assertThat(due()).containsExactly("Time in the garden");

        importing.by(owner, new ImportQuestionnaire.OfferOrStop(Id.random(), garden.id(), false));
        assertThat(due()).isEmpty();
        plans(Map.of("peg", Set.of(AskMoment.AT_END)));
        importing.by(owner, new ImportQuestionnaire.OfferOrStop(Id.random(), garden.id(), true));
        assertThat(due()).containsExactly("Time in the garden");
    }

    private List<String> due() {
        return new AskedReading(work, clock)
                .by(by, ann).due().stream()
                        .map(DueQuestionnaire::form)
                        .map(form -> form.name())
                        .toList();
    }

    private void plans(Map<String, Set<AskMoment>> asked) {
        new PlanQuestionnaires(work)
                .by(
                        by,
                        new PlanQuestionnaires.Command(
                                Id.random(),
                                ann,
                                records.questionnairePlans().get(ann).version(),
                                asked,
                                Optional.empty()));
    }
}
