package org.stillpoint.practice.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.record.questionnaire.QuestionnaireScore;

/** A questionnaire, of which the scores are measured: filled in here, or elsewhere and imported. */
public record Questionnaire(Measure measure) implements Measured {

    /** The patient health questionnaire, whose ninth question asks about thoughts of self-harm (Kroenke 2001). */
    public static final String PHQ9 = "phq9";

    /** Each of its nine answers is 0 to 3 (Kroenke 2001): eight of them reach no more. */
    public static final double PHQ9_MOST_OF_EIGHT = 24;

    /** It asks for the last two weeks (Kroenke 2001). */
    public static final int PHQ9_ASKS_BACK_DAYS = 14;

    /** The client's own view of the change: its values are no states that could be compared. */
    private static final String OWN_VIEW = "pgic";

    /** On that scale of 1 to 7, 4 is no change and less is worse: the middle of the clinical global impression (Guy 1976). */
    public static final double NO_CHANGE = 4;

    /** All that are known, in the order of the table of measures. */
    public static List<Questionnaire> all() {
        return Measures.listQuestionnaires().stream().map(Questionnaire::new).toList();
    }

    public static Optional<Questionnaire> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Those of which there is a score, in the order of the table of measures. */
    public static List<Questionnaire> among(List<QuestionnaireScore> scores) {
        return all().stream()
                .filter(one ->
                        scores.stream().anyMatch(score -> score.instrument().equals(one.key())))
                .toList();
    }

    /** The instrument's own name, the same in every language. */
    public String name() {
        return measure.name();
    }

    /** Where its thresholds come from. */
    public String source() {
        return measure.source();
    }

    /** Whether a lower score is the better one. */
    public boolean lowerIsBetter() {
        return better() == Better.LOWER;
    }

    public boolean isOwnView() {
        return measure.id().equals(OWN_VIEW);
    }

    @Override
    public String key() {
        return measure.id();
    }

    /** Under the instrument's own name. */
    @Override
    public Setting setting() {
        Setting known = Setting.of(measure);
        return new Setting(
                measure.name(), known.scale(), known.reliableChange(), known.smallestChange(), known.source());
    }
}
