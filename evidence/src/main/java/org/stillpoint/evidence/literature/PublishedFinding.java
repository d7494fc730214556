package org.stillpoint.evidence.literature;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One published finding, one line of the table that ships.
 *
 * @param study author and year
 * @param condition what was treated
 * @param design such as {@code RCT}
 * @param people how many, as printed; empty where not printed
 * @param comparison with what
 * @param outcome what was measured, and when
 * @param effectType what kind of number the effect is, in the words of the source
 * @param effect with its 95 % interval; empty where only words were printed
 * @param note what else was said
 * @param source where it can be read; empty where no address is at hand
 */
public record PublishedFinding(
        String study,
        String condition,
        String design,
        String people,
        String comparison,
        String outcome,
        String effectType,
        Optional<Effect> effect,
        String note,
        String source) {

    private static final Pattern D = Pattern.compile("\\bd (\\d+(?:\\.\\d+)?)");

    /** An effect and its 95 % interval; below 0 is in favour of the treatment. */
    public record Effect(double value, double low, double high) {}

    /** Whether this is one trial rather than a review of several. */
    public boolean isTrial() {
        return design.equals("RCT");
    }

    /**
     * The effect as a standardised mean difference: as printed, or for a mean difference through the d printed beside it,
     * with its interval in proportion. Empty where neither was printed.
     */
    public Optional<Effect> standardised() {
        if (effect.isEmpty()) {
            return Optional.empty();
        }
        if (effectType.equals("SMD")) {
            return effect;
        }
        Matcher d = D.matcher(note);
        Effect printed = effect.get();
        if (!effectType.startsWith("MD") || !d.find() || printed.value() == 0) {
            return Optional.empty();
        }
        double scale = Double.parseDouble(d.group(1)) / Math.abs(printed.value());
        return Optional.of(new Effect(printed.value() * scale, printed.low() * scale, printed.high() * scale));
    }
}
