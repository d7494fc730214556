package org.stillpoint.record.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.contract.ImportedQuestionnairesContract;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;
import org.stillpoint.record.questionnaire.ItemRule.AnswerCondition;
import org.stillpoint.record.questionnaire.ItemRule.AnswerTest;

class ImportedQuestionnaireTest {
    private static final ImportedQuestionnaire GARDEN = ImportedQuestionnaire.of(
            Id.random(), ImportedQuestionnairesContract.garden("1"), Instant.parse("2026-03-01T10:00:00Z"));

    @Test
    void item_isAskedByWhatWasAnsweredBefore_andAnAnswerToWhatIsNotAskedCountsNowhere() {
        Map<Integer, ItemAnswer> answers =
                new TreeMap<>(Map.of(3, new YesNoAnswer(true), 4, new WordsAnswer(new PrivateText("Waldi"))));
        assertThat(GARDEN.numbersAsked(Map.of())).containsExactly(1, 2, 3, 5, 6, 7);
        assertThat(GARDEN.numbersAsked(answers)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(GARDEN.asked(answers)).containsOnlyKeys(3, 4);

        answers.put(3, new YesNoAnswer(false));

        assertThat(GARDEN.asked(answers)).containsOnlyKeys(3);
    }

    @Test
    void sum_isOfAllItemsThatCount_orNone() {
        assertThat(GARDEN.isScored()).isTrue();
        assertThat(GARDEN.sum(Map.of(1, new ChoiceAnswer(2)))).isEmpty();
        assertThat(GARDEN.sum(Map.of(1, new ChoiceAnswer(2), 2, new ChoiceAnswer(3))))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("101.5"));
    }

    private static SeveralAnswers several(String words, Integer... options) {
        return new SeveralAnswers(new TreeSet<>(List.of(options)), new PrivateText(words));
    }

    private static boolean holds(AnswerTest test, ItemAnswer given) {
        return new ItemRule(true, List.of(new AnswerCondition(7, test, Optional.of(new ChoiceAnswer(2)))))
                .holds(Map.of(7, given));
    }

    /** FHIR R4, questionnaire-enable-operator: at least one is equal; none is. */
    @Test
    void condition_onSeveralAnswers_holdsWhereOneOfThemIsIt_andDiffersWhereNoneIs() {
        assertThat(holds(AnswerTest.EQUALS, several("", 1, 2))).isTrue();
        assertThat(holds(AnswerTest.EQUALS, several("a bucket", 1, 3))).isFalse();
        assertThat(holds(AnswerTest.DIFFERS, several("", 1, 2))).isFalse();
        assertThat(holds(AnswerTest.DIFFERS, several("a bucket", 1, 3))).isTrue();
        assertThat(new ItemRule(
                                true,
                                List.of(new AnswerCondition(7, AnswerTest.DIFFERS, Optional.of(new ChoiceAnswer(2)))))
                        .holds(Map.of()))
                .as("nothing is answered")
                .isFalse();
    }

    @Test
    void severalAnswers_areTakenByItemsThatTakeSeveral_andByNoOther() {
        AnswerWay tools = GARDEN.item(7).way();
        assertThat(tools.takes(several("", 2, 3))).isTrue();
        assertThat(tools.takes(several("a bucket"))).isTrue();
        assertThat(tools.takes(several("", 4))).isFalse();
        assertThat(tools.takes(new ChoiceAnswer(2))).isFalse();
        assertThat(GARDEN.item(1).way().takes(several("", 2))).isFalse();
        AnswerWay.ByChoice listed = (AnswerWay.ByChoice) tools;
        assertThat(new AnswerWay.ByChoice(listed.options(), false, true).takes(several("a bucket", 1)))
                .isFalse();
        assertThatThrownBy(() -> several("")).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> several("", 0)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> several("a".repeat(ItemAnswer.MOST_CHARACTERS + 1), 1))
                .isInstanceOf(BadValue.class);
        assertThat(several("a bucket", 1).toString()).doesNotContain("bucket");
    }

    /** As the weights of all answers add up (SDC, weight(); FHIR R4, ordinalValue). */
    @Test
    void sum_ofAnItemThatTakesSeveral_addsWhatEachOfThemCounts() {
        AnswerWay.ByChoice often = (AnswerWay.ByChoice) GARDEN.item(1).way();
        ImportedItem several = new ImportedItem(
                "often",
                List.of(),
                List.of(),
                "How?",
                new AnswerWay.ByChoice(often.options(), false, true),
                false,
                List.of());
        PublishedForm form = GARDEN.form();
        ImportedQuestionnaire counting = ImportedQuestionnaire.of(
                Id.random(),
                new PublishedForm(form.url(), "", form.title(), form.language(), "", "", List.of(several), List.of()),
                GARDEN.importedAt());

        assertThat(counting.isScored()).isTrue();
        assertThat(counting.sum(Map.of(1, several("", 2, 3))))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("101.5"));
        assertThat(counting.sum(Map.of())).as("nothing is ticked").isEmpty();
    }

    @Test
    void saidBefore_isTheTitlesOfItsParts_andWhatIsSaidToThemSinceTheLastQuestion() {
        Map<Integer, ItemAnswer> withDog = Map.of(3, new YesNoAnswer(true));
        assertThat(GARDEN.saidBefore(1, Map.of())).isEmpty();
        assertThat(GARDEN.saidBefore(4, withDog)).containsExactly("Animals", "About your dog.");
        assertThat(GARDEN.saidBefore(5, Map.of(3, new YesNoAnswer(false))))
                .as("of a part that is not asked nothing is said")
                .isEmpty();
        assertThat(GARDEN.saidLast(withDog)).containsExactly("Thank you.");
    }
}
