package org.stillpoint.practice.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.record.questionnaire.QuestionnaireScore;

/** A questionnaire that is filled in elsewhere and whose scores are imported. */
public record Questionnaire(Measure measure) implements Measured {

    /** The client's own view of the change: its values are no states that could be compared. */
    private static final String OWN_VIEW = "pgic";

    /** On that scale of 1 to 7, 4 is no change and less is worse: the middle of the clinical global impression (Guy 1976). */
    public static final double NO_CHANGE = 4;

    public static Optional<Questionnaire> find(String key) {
        return Measures.listQuestionnaires().stream()
                .filter(measure -> measure.id().equals(key))
                .map(Questionnaire::new)
                .findFirst();
    }

    /** Those of which there is a score, in the order of the table of measures. */
    public static List<Questionnaire> among(List<QuestionnaireScore> scores) {
        return Measures.listQuestionnaires().stream()
                .filter(measure ->
                        scores.stream().anyMatch(score -> score.instrument().equals(measure.id())))
                .map(Questionnaire::new)
                .toList();
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
