package org.stillpoint.record.questionnaire;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * The score of one questionnaire on one day; its items are kept elsewhere.
 *
 * @param instrument short name of the questionnaire, such as {@code gad7}: lower-case letters, figures and underscores
 * @param day on which it was filled in
 * @param score the instrument's own sum or mean; finite, in the instrument's own units
 */
public record QuestionnaireScore(
        Id<QuestionnaireScore> id, Id<Client> client, String instrument, LocalDate day, double score) {

    private static final Pattern INSTRUMENT = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public QuestionnaireScore {
        requireInstrument(instrument);
        if (!Double.isFinite(score)) {
            throw new BadValue("score", "not finite", "a finite number");
        }
        score += 0.0; // -0.0 becomes 0.0, so that equal scores are equal
    }

    static void requireInstrument(String instrument) {
        if (!INSTRUMENT.matcher(instrument).matches()) {
            throw new BadValue(
                    "instrument",
                    "of " + instrument.length() + " characters",
                    "up to 40 lower-case letters, figures and underscores, a letter first");
        }
    }

    /** A new score. */
    public static QuestionnaireScore of(Id<Client> client, String instrument, LocalDate day, double score) {
        return new QuestionnaireScore(Id.random(), client, instrument, day, score);
    }

    /** Whether both are of the same instrument and day; of those, one is kept. */
    public boolean isOfSameDay(QuestionnaireScore other) {
        return instrument.equals(other.instrument) && day.equals(other.day);
    }

    /** Hides the score: it belongs to the client alone. */
    @Override
    public String toString() {
        return "QuestionnaireScore(" + id + ", private)";
    }
}
