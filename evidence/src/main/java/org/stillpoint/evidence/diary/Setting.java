package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of the measure in a diary, beyond its values.
 *
 * @param name what it is called in sentences, such as "Pain"
 * @param scale its lowest and highest value; empty where unknown, and then the plain grid decides
 * @param reliableChange least change that is more than measurement error, in points
 * @param smallestChange smallest change that matters, in points
 * @param source of the two, empty where neither is known
 */
public record Setting(
        String name,
        Optional<Scale> scale,
        OptionalDouble reliableChange,
        OptionalDouble smallestChange,
        String source) {

    /** The scale that is assumed where all values lie within it and nothing else is said. */
    private static final Scale TEN_POINTS = new Scale(0, 10);

    /** Lowest and highest possible value of a measure. */
    public record Scale(double low, double high) {
        public Scale {
            if (!(low < high) || !Double.isFinite(high - low)) {
                throw new IllegalArgumentException("a scale from " + low + " to " + high + "; low must be below high");
            }
        }
    }

    public static Setting of(Measure measure) {
        return new Setting(
                firstWord(measure.name()),
                Optional.of(new Scale(measure.low(), measure.high())),
                measure.reliableChange(),
                measure.smallestChange(),
                measure.source());
    }

    /** A measure of which only the name is known: a ten-point scale is assumed if every value fits it. */
    public static Setting unknown(String name, Diary diary) {
        boolean fits = Arrays.stream(diary.values()).allMatch(v -> v >= TEN_POINTS.low() && v <= TEN_POINTS.high());
        return new Setting(
                name,
                fits ? Optional.of(TEN_POINTS) : Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "");
    }

    /** The larger of the two thresholds; empty where neither is known. */
    public OptionalDouble threshold() {
        return reliableChange.isPresent() && smallestChange.isPresent()
                ? OptionalDouble.of(Math.max(reliableChange.getAsDouble(), smallestChange.getAsDouble()))
                : reliableChange.isPresent() ? reliableChange : smallestChange;
    }

    /** "Pain numeric rating (average over 24 h)" is called pain in a sentence. */
    private static String firstWord(String name) {
        int end = name.indexOf(" numeric");
        int today = name.indexOf(" today");
        int last = name.indexOf(" last");
        for (int cut : new int[] {end, today, last}) {
            if (cut > 0) {
                return name.substring(0, cut);
            }
        }
        return name;
    }
}
