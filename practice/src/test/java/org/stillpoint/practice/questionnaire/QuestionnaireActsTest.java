package org.stillpoint.practice.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.asking.AskQuestionnaires;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.asking.DueQuestionnaire;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

class QuestionnaireActsTest {
    private static final Actor DOOR = Actor.program(Actor.ProgramPart.DOOR);
    private static final String LINK = "0a".repeat(32);
    private static final String HERE = "0b".repeat(32);
    private static final String NEXT = "0c".repeat(32);
    private static final String NEXT_HERE = "0d".repeat(32);

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final Actor by = PeopleInMemory.by(sam);

    private FilledQuestionnaire asked(String instrument) {
        new AskQuestionnaires(work, clock).by(by, new AskQuestionnaires.Command(Id.random(), ann, Set.of(instrument)));
        return records.filledQuestionnaires().listOpen(ann).stream()
                .filter(one -> one.instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private Answer<FilledQuestionnaire> answers(Actor actor, FilledQuestionnaire filled, int item, OptionalInt answer) {
        return new AnswerQuestion(work, clock)
                .by(
                        actor,
                        new AnswerQuestion.Command(
                                Id.random(), ann, filled.id(), item, given(answer), IntakeHand.CLIENT_HERE));
    }

    private static Optional<ItemAnswer> given(OptionalInt answer) {
        return answer.isPresent() ? Optional.of(ItemAnswer.number(answer.getAsInt())) : Optional.empty();
    }

    private void answersAll(FilledQuestionnaire filled, int... answers) {
        for (int item = 1; item <= answers.length; item++) {
            assertThat(answers(by, filled, item, OptionalInt.of(answers[item - 1])))
                    .isInstanceOf(Answer.Done.class);
        }
    }

    private Answer<FilledQuestionnaire> handsIn(Actor actor, FilledQuestionnaire filled) {
        return new HandInQuestionnaire(work, clock)
                .by(actor, new HandInQuestionnaire.Command(Id.random(), ann, filled.id()));
    }

    private List<DueQuestionnaire> due() {
        return new AskedReading(work, clock).by(by, ann).due();
    }

    private void plans(Map<String, Set<AskMoment>> asked, Optional<LocalDate> end) {
        assertThat(new PlanQuestionnaires(work)
                        .by(
                                by,
                                new PlanQuestionnaires.Command(
                                        Id.random(),
                                        ann,
                                        records.questionnairePlans().get(ann).version(),
                                        asked,
                                        end)))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void peg_answeredOneByOne_andHandedIn_isScoredByItsRule_whereScoresStand() {
        FilledQuestionnaire peg = asked("peg");
        answersAll(peg, 7, 5, 6);
        assertThat(records.questionnaireScores().list(ann))
                .as("not handed in yet")
                .isEmpty();

        handsIn(by, peg);

        assertThat(records.questionnaireScores().list(ann))
                .extracting(QuestionnaireScore::instrument, QuestionnaireScore::day, QuestionnaireScore::score)
                .containsExactly(tuple("peg", LocalDate.now(clock), 6.0));
        assertThat(answers(by, peg, 1, OptionalInt.of(1))).isEqualTo(new Answer.No<>(Rule.QUESTIONNAIRE_IS_HANDED_IN));
        assertThat(handsIn(by, peg)).as("once is enough").isInstanceOf(Answer.Done.class);
        assertThat(records.questionnaireScores().list(ann)).hasSize(1);
    }

    @Test
    void askedTwice_waitsOnce_withTheAnswersItHas() {
        FilledQuestionnaire phq9 = asked("phq9");
        answers(by, phq9, 1, OptionalInt.of(2));

        assertThat(asked("phq9").answers()).isEqualTo(Map.of(1, ItemAnswer.number(2)));
        assertThat(records.filledQuestionnaires().list(ann)).hasSize(1);
    }

    @Test
    void answersOfMoreThanAWeekAgo_areNotGoneOnWith_whenAskedAnew_butKeptAsTheyAre() {
        FilledQuestionnaire begun = asked("phq9");
        answersAll(begun, 1, 1, 1);
        LocalDate then = LocalDate.now(clock);
        clock.pass(Duration.ofDays(7));
        assertThat(asked("phq9").id()).as("a week is not too long").isEqualTo(begun.id());
        clock.pass(Duration.ofMinutes(1));

        FilledQuestionnaire anew = asked("phq9");

        assertThat(anew.id()).isNotEqualTo(begun.id());
        assertThat(anew.answers()).isEmpty();
        assertThat(records.filledQuestionnaires().get(ann, begun.id()).handedInAt())
                .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                .contains(then);
        assertThat(records.questionnaireScores().list(ann)).isEmpty();
    }

    @Test
    void ninthAnswerOfAPhq9_tellsARedFlagAtOnce_onceForEachQuestionnaire_andNothingTakesItBack() {
        FilledQuestionnaire phq9 = asked("phq9");
        answers(by, phq9, 9, OptionalInt.of(0));
        assertThat(records.redFlags().list(ann)).isEmpty();

        answers(by, phq9, 9, OptionalInt.of(1));

        assertThat(records.redFlags().listOpen(List.of(ann)))
                .extracting(RedFlag::origin)
                .containsExactly(FlagOrigin.QUESTIONNAIRE);
        answers(by, phq9, 9, OptionalInt.of(2));
        answers(by, phq9, 9, OptionalInt.of(0));
        assertThat(records.redFlags().listOpen(List.of(ann))).hasSize(1);
        assertThat(records.filledQuestionnaires().get(ann, phq9.id()).answers())
                .isEqualTo(Map.of(9, ItemAnswer.number(0)));
    }

    @Test
    void partlyAnswered_isKept_andScoredWhereTheRuleAllowsAlone() {
        FilledQuestionnaire phq9 = asked("phq9");
        answersAll(phq9, 1, 1, 1, 1, 1, 1, 1);
        answers(by, phq9, 8, OptionalInt.empty());
        FilledQuestionnaire gad7 = asked("gad7");
        answersAll(gad7, 1, 1, 1);
        handsIn(by, phq9);
        handsIn(by, gad7);

        assertThat(records.questionnaireScores().list(ann))
                .extracting(QuestionnaireScore::instrument, QuestionnaireScore::score)
                .containsExactly(tuple("phq9", 9.0));
        assertThat(records.filledQuestionnaires().get(ann, gad7.id()).answers()).hasSize(3);
        assertThat(records.filledQuestionnaires().get(ann, phq9.id()).leftOut()).containsExactly(8);
    }

    @Test
    void nothingAnswered_isNotHandedIn_andCanBeTakenBack_whileAnythingAnsweredCannot() {
        FilledQuestionnaire peg = asked("peg");
        assertThat(handsIn(by, peg)).isEqualTo(new Answer.No<>(Rule.NOTHING_IS_ANSWERED));
        TakeBackQuestionnaire takeBack = new TakeBackQuestionnaire(work);
        takeBack.by(by, new TakeBackQuestionnaire.Command(Id.random(), ann, peg.id()));
        assertThat(records.filledQuestionnaires().list(ann)).isEmpty();

        FilledQuestionnaire again = asked("peg");
        answers(by, again, 1, OptionalInt.of(3));
        assertThat(takeBack.by(by, new TakeBackQuestionnaire.Command(Id.random(), ann, again.id())))
                .isEqualTo(new Answer.No<>(Rule.QUESTIONNAIRE_IS_ANSWERED));
    }

    @Test
    void anotherScoreOfTheDay_stays_andTheAnswersAreKept() {
        records.questionnaireScores().addAll(ann, List.of(QuestionnaireScore.of(ann, "peg", LocalDate.now(clock), 2)));
        FilledQuestionnaire peg = asked("peg");
        answersAll(peg, 7, 5, 6);
        handsIn(by, peg);

        assertThat(records.questionnaireScores().list(ann))
                .extracting(QuestionnaireScore::score)
                .containsExactly(2.0);
        assertThat(AskedSheet.of(records, records.filledQuestionnaires().get(ann, peg.id()))
                        .score())
                .hasValue(6);
    }

    @Test
    void answerOrItemThatThereIsNot_isABadValue() {
        FilledQuestionnaire phq9 = asked("phq9");
        assertThatThrownBy(() -> answers(by, phq9, 1, OptionalInt.of(4))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> answers(by, phq9, 10, OptionalInt.of(1))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> asked("promis_pain_interference")).isInstanceOf(BadValue.class);
    }

    @Test
    void withoutAValidatedWording_inTheClientsLanguage_itIsNotAsked() {
        PrivateText none = PrivateText.NONE;
        ContactDetails german = new ContactDetails(
                none, none, new PrivateText("Deutsch"), none, none, none, Optional.empty(), Optional.empty());
        records.aboutClients().updateContact(records.aboutClients().contact(ann).with(german));
        assertThatThrownBy(() -> asked("peg")).isInstanceOf(BadValue.class);
        assertThat(asked("phq9").language().locale().getLanguage()).isEqualTo("de");

        plans(
                Map.of("peg", Set.of(AskMoment.EVERY_TWO_WEEKS), "gad7", Set.of(AskMoment.EVERY_TWO_WEEKS)),
                Optional.empty());
        assertThat(due()).extracting(DueQuestionnaire::instrument).containsExactly("gad7");
    }

    @Test
    void activities_areNamedByTheClient_andAskedForAgainByName() {
        FilledQuestionnaire psfs = asked("psfs");
        List<PrivateText> named =
                List.of(new PrivateText("stairs"), new PrivateText("typing"), new PrivateText("sleep on my side"));
        new AnswerQuestion(work, clock)
                .by(by, new AnswerQuestion.NamedActivities(Id.random(), ann, psfs.id(), named, IntakeHand.CLIENT_HERE));
        answersAll(psfs, 2, 4, 3);
        handsIn(by, psfs);

        assertThat(records.questionnaireScores().list(ann))
                .extracting(QuestionnaireScore::score)
                .containsExactly(3.0);
        clock.pass(Duration.ofDays(14));
        assertThat(asked("psfs").activities()).isEqualTo(named);
        assertThatThrownBy(() -> answers(by, asked("psfs"), 4, OptionalInt.of(1)))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void due_isWhatWasChosen_beforeTheFirstSession_everyTwoWeeks_andAtTheEnd() {
        assertThat(due()).isEmpty();
        plans(
                Map.of(
                        "peg", Set.of(AskMoment.EVERY_TWO_WEEKS),
                        "phq9", Set.of(AskMoment.BEFORE_FIRST),
                        "pgic", Set.of(AskMoment.AT_END)),
                Optional.empty());
        assertThat(due()).extracting(DueQuestionnaire::instrument).containsExactly("peg", "phq9");

        FilledQuestionnaire peg = asked("peg");
        answersAll(peg, 1, 1, 1);
        handsIn(by, peg);
        records.questionnaireScores().addAll(ann, List.of(QuestionnaireScore.of(ann, "phq9", LocalDate.now(clock), 4)));
        assertThat(due()).as("a score from elsewhere was an answer too").isEmpty();

        clock.pass(Duration.ofDays(13));
        assertThat(due()).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(due()).extracting(DueQuestionnaire::instrument).containsExactly("peg");

        plans(Map.of("pgic", Set.of(AskMoment.AT_END)), Optional.of(LocalDate.now(clock)));
        assertThat(due()).extracting(DueQuestionnaire::instrument).containsExactly("pgic");
        FilledQuestionnaire pgic = asked("pgic");
        answersAll(pgic, 6);
        handsIn(by, pgic);
        assertThat(due()).isEmpty();
    }

    @Test
    void planFromAStalePage_isRefused_andShown() {
        plans(Map.of("peg", Set.of(AskMoment.AT_END)), Optional.empty());
        var stale = new PlanQuestionnaires.Command(Id.random(), ann, Version.FIRST, Map.of(), Optional.empty());

        assertThat(new PlanQuestionnaires(work).by(by, stale))
                .isEqualTo(new Answer.Changed<>(records.questionnairePlans().get(ann)));
    }

    @Test
    void link_asksWhatIsDue_opensUntilTheLastIsHandedIn_andNothingElse() {
        MakeLink makeLink = new MakeLink(work, clock);
        var wanted = new MakeLink.Command(Id.random(), ann, LinkPurpose.QUESTIONNAIRE, LINK, MakeLink.USUAL);
        assertThat(makeLink.by(by, wanted)).isEqualTo(new Answer.No<>(Rule.NOTHING_TO_ASK));
        plans(
                Map.of("peg", Set.of(AskMoment.EVERY_TWO_WEEKS), "gad7", Set.of(AskMoment.EVERY_TWO_WEEKS)),
                Optional.empty());
        Id<PrivateLink> id = Id.random();
        makeLink.by(by, new MakeLink.Command(id, ann, LinkPurpose.QUESTIONNAIRE, LINK, MakeLink.USUAL));
        OpenLink open = new OpenLink(work, clock);
        open.open(DOOR, records.privateLinks().findByHash(LINK).orElseThrow(), HERE);
        Actor linked = new Actor.Linked(ann, id);

        List<FilledQuestionnaire> waiting = new AskedReading(work, clock)
                .by(linked, ann).open().stream().map(AskedSheet::filled).toList();
        assertThat(waiting).extracting(FilledQuestionnaire::instrument).containsExactlyInAnyOrder("peg", "gad7");
        for (FilledQuestionnaire one : waiting) {
            assertThat(open.see(DOOR, LINK, HERE)).isInstanceOf(LinkSeen.OpenHere.class);
            answers(linked, one, 1, OptionalInt.of(1));
            handsIn(linked, one);
        }
        assertThat(open.see(DOOR, LINK, HERE)).isInstanceOf(LinkSeen.UsedHere.class);
        assertThat(records.filledQuestionnaires().list(ann))
                .extracting(FilledQuestionnaire::by)
                .containsOnly(Optional.of(IntakeHand.CLIENT_BY_LINK));
        assertThatThrownBy(() -> answers(linked, waiting.getFirst(), 2, OptionalInt.of(1)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void afterACheckInByLink_whatIsDue_isOfferedInTheSameBrowserAlone() {
        Id<PrivateLink> id = Id.random();
        new MakeLink(work, clock).by(by, new MakeLink.Command(id, ann, LinkPurpose.CHECK_IN, LINK, MakeLink.USUAL));
        OpenLink open = new OpenLink(work, clock);
        PrivateLink link = records.privateLinks().findByHash(LINK).orElseThrow();
        open.open(DOOR, link, HERE);
        OfferQuestionnaires offer = new OfferQuestionnaires(work, clock);
        plans(Map.of("peg", Set.of(AskMoment.EVERY_TWO_WEEKS)), Optional.empty());
        assertThat(offers(offer, link, HERE)).as("before the check-in is given").isFalse();
        Score0To10 two = Score0To10.of(2);
        new GiveCheckIn(work, clock)
                .by(
                        new Actor.Linked(ann, id),
                        new GiveCheckIn.Command(Id.random(), ann, Answers.of(two, two, two, two)));

        assertThat(offers(offer, link, NEXT)).as("in another browser").isFalse();
        assertThat(offers(offer, link, HERE)).isTrue();
        assertThat(open.see(DOOR, NEXT, NEXT_HERE))
                .isInstanceOfSatisfying(
                        LinkSeen.OpenHere.class,
                        here -> assertThat(here.link().purpose()).isEqualTo(LinkPurpose.QUESTIONNAIRE));
        assertThat(records.filledQuestionnaires().listOpen(ann)).hasSize(1);
    }

    private static boolean offers(OfferQuestionnaires offer, PrivateLink link, String browser) {
        return offer.by(DOOR, new OfferQuestionnaires.Command(Id.random(), link, browser, NEXT, NEXT_HERE));
    }
}
