package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedItem.FormText;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.DayAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;
import org.stillpoint.record.questionnaire.ItemRule;
import org.stillpoint.record.questionnaire.ItemRule.AnswerCondition;
import org.stillpoint.record.questionnaire.ItemRule.AnswerTest;
import org.stillpoint.record.setting.PracticeLanguage;

/** What every keeping of imported questionnaires, and of what is answered to them, does. The questionnaires are made up. */
public interface ImportedQuestionnairesContract extends Practice {

    /** Made up for tests: every way of answering, a rule, and two items that count. */
    static PublishedForm garden(String edition) {
        AnswerWay often = new AnswerWay.ByChoice(
                List.of(
                        new AnswerOption("http://example.org/often", "never", "never", Optional.of(BigDecimal.ZERO)),
                        new AnswerOption("", "", "sometimes", Optional.of(new BigDecimal("1.5"))),
                        new AnswerOption("", "", "always", Optional.of(new BigDecimal("100")))),
                false,
                false);
        AnswerWay tools = new AnswerWay.ByChoice(
                List.of(
                        new AnswerOption("http://example.org/tools", "spade", "a spade", Optional.empty()),
                        new AnswerOption("", "", "a rake", Optional.empty()),
                        new AnswerOption("", "", "a hose", Optional.empty())),
                true,
                true);
        ItemRule hasDog = new ItemRule(
                true, List.of(new AnswerCondition(3, AnswerTest.EQUALS, Optional.of(new YesNoAnswer(true)))));
        return new PublishedForm(
                "http://example.org/Questionnaire/garden",
                edition,
                "Time in the garden",
                PracticeLanguage.ENGLISH,
                "Nobody",
                "Made up for tests.",
                List.of(
                        item("dig", often),
                        item("water", often),
                        item("has-dog", new AnswerWay.ByYesNo()),
                        new ImportedItem(
                                "dog",
                                List.of(new FormGroup("animals", "Animals"), new FormGroup("dogs", "")),
                                List.of(new FormText("About your dog.", List.of(hasDog))),
                                "What is your dog called?",
                                new AnswerWay.ByWords(false, 40),
                                true,
                                List.of(hasDog)),
                        item(
                                "hours",
                                new AnswerWay.ByNumber(
                                        false, Optional.of(BigDecimal.ZERO), Optional.of(new BigDecimal("24")))),
                        item("since", new AnswerWay.ByDay()),
                        item("tools", tools)),
                List.of(new FormText("Thank you.", List.of())));
    }

    private static ImportedItem item(String linkId, AnswerWay way) {
        return new ImportedItem(linkId, List.of(), List.of(), "Item " + linkId + "?", way, false, List.of());
    }

    private ImportedQuestionnaire imported(String edition) {
        ImportedQuestionnaire imported = ImportedQuestionnaire.of(Id.random(), garden(edition), now());
        records().importedQuestionnaires().add(imported);
        return imported;
    }

    @Test
    default void imported_added_comesBackWhole_andIsOfferedOrNot_atTheVersionSeen() {
        ImportedQuestionnaire first = imported("1");
        records().importedQuestionnaires().add(first);

        assertThat(records().importedQuestionnaires().list()).containsExactly(first);
        assertThat(records().importedQuestionnaires().get(first.id()).form()).isEqualTo(garden("1"));
        ImportedQuestionnaire kept = records().importedQuestionnaires().update(first.offered(false));
        assertThat(kept.offered()).isFalse();
        assertThat(records().importedQuestionnaires().find(first.id())).contains(kept);
        assertThatThrownBy(() -> records().importedQuestionnaires().update(first.offered(true)))
                .isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records()
                        .importedQuestionnaires()
                        .add(ImportedQuestionnaire.of(first.id(), garden("2"), now())))
                .isInstanceOf(AlreadyThere.class);
        ImportedQuestionnaire nowhere = ImportedQuestionnaire.of(Id.random(), garden("2"), now());
        assertThatThrownBy(() -> records().importedQuestionnaires().update(nowhere))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(records().importedQuestionnaires().find(nowhere.id())).isEmpty();
    }

    @Test
    default void answersOfEveryKind_comeBackAsTheyWereGiven_withTheEditionThatWasFilledIn() {
        Client ann = addClient("Ann");
        ImportedQuestionnaire first = imported("1");
        FilledQuestionnaire begun = FilledQuestionnaire.begun(Id.random(), ann.id(), first, now());
        records().filledQuestionnaires().add(begun);
        Map<Integer, ItemAnswer> given = Map.of(
                7, new SeveralAnswers(new TreeSet<>(Set.of(3, 1)), new PrivateText("a bucket")),
                1, new ChoiceAnswer(2),
                3, new YesNoAnswer(false),
                4, new WordsAnswer(new PrivateText("Waldi\nund Bello")),
                5, new NumberAnswer(new BigDecimal("2.50")),
                6, new DayAnswer(LocalDate.of(2019, 2, 28)),
                2, ItemAnswer.number(-7));

        FilledQuestionnaire answered = begun;
        for (Map.Entry<Integer, ItemAnswer> one : given.entrySet()) {
            answered = answered.with(one.getKey(), one.getValue(), IntakeHand.CLIENT_BY_LINK, now());
        }
        records().filledQuestionnaires().update(answered);

        FilledQuestionnaire kept = records().filledQuestionnaires().get(ann.id(), begun.id());
        assertThat(kept.answers()).isEqualTo(given);
        assertThat(kept.imported()).contains(first.id());
        assertThat(kept.instrument()).isEqualTo(imported("2").instrument());
        assertThat(kept.language()).isEqualTo(PracticeLanguage.ENGLISH);
    }
}
