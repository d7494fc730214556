package org.stillpoint.record.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.contract.ImportedQuestionnairesContract;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;

class ImportedQuestionnaireTest {
    private static final ImportedQuestionnaire GARDEN = ImportedQuestionnaire.of(
            Id.random(), ImportedQuestionnairesContract.garden("1"), Instant.parse("2026-03-01T10:00:00Z"));

    @Test
    void item_isAskedByWhatWasAnsweredBefore_andAnAnswerToWhatIsNotAskedCountsNowhere() {
        Map<Integer, ItemAnswer> answers =
                new TreeMap<>(Map.of(3, new YesNoAnswer(true), 4, new WordsAnswer(new PrivateText("Waldi"))));
        assertThat(GARDEN.numbersAsked(Map.of())).containsExactly(1, 2, 3, 5, 6);
        assertThat(GARDEN.numbersAsked(answers)).containsExactly(1, 2, 3, 4, 5, 6);
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
