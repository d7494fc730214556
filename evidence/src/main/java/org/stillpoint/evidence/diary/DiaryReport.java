package org.stillpoint.evidence.diary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that is said of one diary. Changes are after minus before, in units of the outcome.
 *
 * @param difference plain difference of the means
 * @param nap non-overlap of all pairs, description only
 * @param levelOnly the plain grid with a level before and a level after; empty where too few entries allow no fit
 * @param trendPlusLevel the plain grid with a trend through everything and a change of level; empty likewise
 * @param rule name of the priors that the verdict rests on
 * @param deciding the two fits that the verdict rests on; empty likewise
 * @param falseAlarms how often this very diary cries wolf; empty likewise
 * @param moreBefore how many more entries before the start would be needed; empty where none or where they would not help
 * @param words the report in plain sentences, in order
 */
public record DiaryReport(
        Diary diary,
        Setting setting,
        double difference,
        Optional<Overlap.Index> nap,
        Optional<DriftNoise.Fit> levelOnly,
        Optional<DriftNoise.Fit> trendPlusLevel,
        String rule,
        Optional<Deciding> deciding,
        Optional<FalseAlarms> falseAlarms,
        Verdict verdict,
        OptionalInt moreBefore,
        List<String> words) {

    /**
     * The two fits that the verdict rests on.
     *
     * @param cautious whether they are tempered by what is known of diaries on such a scale
     */
    public record Deciding(boolean cautious, DriftNoise.Fit levelOnly, DriftNoise.Fit trendPlusLevel) {}

    /** Whether the estimated change is for the better; empty where no fit was possible. */
    public Optional<Boolean> better() {
        return deciding.map(d -> d.levelOnly().change().mean() * diary.better().sign() > 0);
    }
}
