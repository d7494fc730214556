package org.stillpoint.web.outcome;

import java.util.List;
import java.util.OptionalInt;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;
import org.stillpoint.words.QuestionnaireWords;

/**
 * The scores of questionnaires of one client: what is kept, and how more are added.
 *
 * @param instruments those that are known
 * @param kept the newest first
 * @param form what was typed so far
 * @param added how many were just added; empty where nothing was sent
 * @param phq9 whether the total of a PHQ-9 is among them, which hides the answer about self-harm
 * @param today the latest day that is taken
 */
public record QuestionnairesPage(
        ClientHead head,
        List<Questionnaire> instruments,
        List<ScoreRow> kept,
        Form form,
        OptionalInt added,
        boolean phq9,
        String today) {

    /** One score that is kept. */
    public record ScoreRow(String id, String day, String instrument, String score) {}

    public Message range(Questionnaire one) {
        return new QuestionnaireWords.Between(one.low(), one.high());
    }

    public Message better(Questionnaire one) {
        return one.lowerIsBetter() ? QuestionnaireWords.LOWER_IS_BETTER : QuestionnaireWords.HIGHER_IS_BETTER;
    }

    public Message said() {
        int many = added.orElse(0);
        return many == 0 ? QuestionnaireWords.NOTHING_NEW : new QuestionnaireWords.ScoresSaved(many);
    }
}
