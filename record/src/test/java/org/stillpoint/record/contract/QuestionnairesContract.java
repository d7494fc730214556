package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;

/** What every store of the scores of questionnaires does. */
public interface QuestionnairesContract extends Practice {
    LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private QuestionnaireScore score(Client client, String instrument, LocalDate day, double score) {
        return QuestionnaireScore.of(client.id(), instrument, day, score);
    }

    @Test
    default void scores_added_comeBackInTimeAndOnlyForTheirClient() {
        Client ann = addClient("Ann");
        Client bob = addClient("Bob");
        QuestionnaireScore later = score(ann, "gad7", MARCH.plusDays(14), 6);
        QuestionnaireScore other = score(ann, "peg", MARCH, 5.333);
        QuestionnaireScore first = score(ann, "gad7", MARCH, 14);

        assertThat(records().questionnaireScores().addAll(ann.id(), List.of(later, other, first)))
                .isEqualTo(3);
        assertThat(records().questionnaireScores().list(ann.id())).containsExactly(first, other, later);
        assertThat(records().questionnaireScores().list(bob.id())).isEmpty();
    }

    @Test
    default void sameScoreOfTheSameDay_addedAgain_isPassedOver() {
        Client ann = addClient("Ann");
        QuestionnaireScore first = score(ann, "gad7", MARCH, 14);
        records().questionnaireScores().addAll(ann.id(), List.of(first));

        int added = records()
                .questionnaireScores()
                .addAll(ann.id(), List.of(score(ann, "gad7", MARCH, 14), score(ann, "gad7", MARCH.plusDays(1), 9)));

        assertThat(added).isEqualTo(1);
        assertThat(records().questionnaireScores().list(ann.id())).hasSize(2).contains(first);
    }

    @Test
    default void anotherScoreOfTheSameDay_isRefused_andNothingOfItsTableIsKept() {
        Client ann = addClient("Ann");
        QuestionnaireScore first = score(ann, "gad7", MARCH, 14);
        records().questionnaireScores().addAll(ann.id(), List.of(first));
        List<QuestionnaireScore> table =
                List.of(score(ann, "gad7", MARCH.plusDays(1), 9), score(ann, "gad7", MARCH, 13));

        assertThatThrownBy(() -> records().questionnaireScores().addAll(ann.id(), table))
                .isInstanceOf(AlreadyThere.class);
        assertThat(records().questionnaireScores().list(ann.id())).containsExactly(first);
    }

    @Test
    default void table_withTwoScoresOfOneDay_isRefusedWhole() {
        Client ann = addClient("Ann");
        List<QuestionnaireScore> table = List.of(score(ann, "gad7", MARCH, 9), score(ann, "gad7", MARCH, 13));

        assertThatThrownBy(() -> records().questionnaireScores().addAll(ann.id(), table))
                .isInstanceOf(AlreadyThere.class);
        assertThat(records().questionnaireScores().list(ann.id())).isEmpty();
    }

    @Test
    default void score_removed_isGone_andCannotBeRemovedTwice() {
        Client ann = addClient("Ann");
        QuestionnaireScore wrong = score(ann, "gad7", MARCH, 14);
        records().questionnaireScores().addAll(ann.id(), List.of(wrong));

        records().questionnaireScores().remove(ann.id(), wrong.id());

        assertThat(records().questionnaireScores().list(ann.id())).isEmpty();
        assertThatThrownBy(() -> records().questionnaireScores().remove(ann.id(), wrong.id()))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void scores_ofNobodyOrOfAnother_areRefused() {
        Client ann = addClient("Ann");
        Client bob = addClient("Bob");
        Id<Client> nobody = Id.random();

        assertThatThrownBy(() -> records()
                        .questionnaireScores()
                        .addAll(nobody, List.of(QuestionnaireScore.of(nobody, "gad7", MARCH, 3))))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(
                        () -> records().questionnaireScores().addAll(bob.id(), List.of(score(ann, "gad7", MARCH, 3))))
                .isInstanceOf(BadValue.class);
    }

    @Test
    default void scores_ofAnErasedClient_areGone() {
        Client ann = addClient("Ann");
        records().questionnaireScores().addAll(ann.id(), List.of(score(ann, "gad7", MARCH, 14)));

        records().clients().erase(ann.id());

        assertThat(records().questionnaireScores().list(ann.id())).isEmpty();
    }

    @Test
    default void score_withABadInstrumentOrNumber_isABadValue() {
        Client ann = addClient("Ann");
        assertThatThrownBy(() -> score(ann, "GAD-7", MARCH, 3)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> score(ann, "gad7", MARCH, Double.NaN))
                .isInstanceOf(BadValue.class)
                .hasMessageContaining("finite");
    }
}
