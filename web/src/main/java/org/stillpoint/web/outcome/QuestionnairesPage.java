package org.stillpoint.web.outcome;

import java.util.List;
import java.util.OptionalInt;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Words;
import org.stillpoint.words.Message;

/**
 * The scores of questionnaires of one client: what is kept, and how more are added.
 *
 * @param instruments those that are known
 * @param kept the newest first
 * @param form what was typed so far
 * @param wrong what is wrong with the table, row by row
 * @param added how many were just added; empty where nothing was sent
 * @param phq9 whether the total of a PHQ-9 is among them, which hides the answer about self-harm
 * @param today the latest day that is taken
 */
public record QuestionnairesPage(
        ClientHead head,
        List<Measure> instruments,
        List<Kept> kept,
        Form form,
        List<Message> wrong,
        OptionalInt added,
        boolean phq9,
        String today) {

    /** One score that is kept. */
    public record Kept(String id, String day, String instrument, String score) {}

    public String range(Measure measure) {
        return Words.number(measure.low()) + " to " + Words.number(measure.high());
    }

    public String better(Measure measure) {
        return switch (measure.better()) {
            case LOWER -> "lower is better";
            case HIGHER -> "higher is better";
        };
    }

    public String said() {
        int many = added.orElse(0);
        return many == 0
                ? "Nothing new: those scores are kept already."
                : Words.count(many, "score") + (many == 1 ? " is saved." : " are saved.");
    }
}
