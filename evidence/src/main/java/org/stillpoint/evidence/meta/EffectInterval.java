package org.stillpoint.evidence.meta;

/**
 * An effect with its interval as they were printed, and whether they fit: a difference lies in the middle of its interval, a ratio does
 * as a logarithm (metafor's {@code conv.wald} asks the same by its argument {@code check}).
 *
 * @param effect as printed
 * @param low lower end of the interval, below {@code high}
 * @param high upper end
 * @param rounding half a unit of the last place that was printed, of the finest of the three
 */
public record EffectInterval(double effect, double low, double high, double rounding) {

    /** Share of half the interval that an effect may lie off its middle, beyond rounding: small-sample corrections of differences. */
    private static final double OFF = 0.15;

    /** As people type the three: with a decimal point or comma. */
    public static EffectInterval of(double effect, double low, double high, String... typed) {
        double rounding = 0.5;
        for (String text : typed) {
            rounding = Math.min(rounding, half(text.strip())); // programs drop zeros at the end: 2 beside 0.48 was 2.00
        }
        return new EffectInterval(effect, low, high, rounding);
    }

    /** Whether the effect lies within its interval. */
    public boolean isInside() {
        return low <= effect && effect <= high;
    }

    /** Whether the effect can be a ratio at all: ratios are above 0. */
    public boolean canBeRatio() {
        return low > 0 && effect > 0;
    }

    public boolean fitsAsDifference() {
        return Math.abs(offAsDifference()) <= OFF + 2 * rounding / ((high - low) / 2);
    }

    public boolean fitsAsRatio() {
        return canBeRatio()
                && Math.abs(offAsRatio())
                        <= OFF
                                + (rounding / effect + (rounding / low + rounding / high) / 2)
                                        / (Math.log(high / low) / 2);
    }

    /** How far the effect lies off the middle, in halves of the interval; below 0 nearer to the low end. */
    public double offAsDifference() {
        return off(effect, low, high);
    }

    /** The same of the logarithms; needs {@link #canBeRatio()}. */
    public double offAsRatio() {
        return off(Math.log(effect), Math.log(low), Math.log(high));
    }

    private static double off(double effect, double low, double high) {
        return (effect - (low + high) / 2) / ((high - low) / 2);
    }

    private static double half(String text) {
        int point = Math.max(text.indexOf('.'), text.indexOf(','));
        return point < 0 ? 0.5 : 0.5 * Math.pow(10, -(text.length() - point - 1));
    }
}
