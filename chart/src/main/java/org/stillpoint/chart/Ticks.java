package org.stillpoint.chart;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Round values along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step from one to the next
 * @param from the first, in steps
 * @param to the last, in steps
 */
public record Ticks(double step, long from, long to) {

    /** Share of a step by which rounding may miss a tick. */
    private static final double NEAR = 1e-9;

    /** At most {@code most + 1} that lie between the two values; {@code most} is at least 1. */
    public static Ticks within(double low, double high, int most) {
        double step = step(high - low, most);
        return new Ticks(step, (long) Math.ceil(low / step - NEAR), (long) Math.floor(high / step + NEAR));
    }

    /** At most {@code most + 3} that hold both values between the first and the last, two at the least. */
    static Ticks around(double low, double high, int most) {
        double step = step(high - low, most);
        long from = (long) Math.floor(low / step + NEAR);
        return new Ticks(step, from, Math.max(from + 1, (long) Math.ceil(high / step - NEAR)));
    }

    /** The least round step that needs no more than {@code most} for the span. */
    private static double step(double span, int most) {
        double rough = Math.max(span, 1e-6) / most;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return DoubleStream.of(1, 2, 5)
                .map(nice -> nice * power)
                .filter(nice -> nice >= rough * (1 - NEAR))
                .findFirst()
                .orElse(10 * power);
    }

    double first() {
        return from * step;
    }

    double last() {
        return to * step;
    }

    /** Each tick, the lowest first. */
    public double[] values() {
        return LongStream.rangeClosed(from, to).mapToDouble(i -> i * step).toArray();
    }

    /** Decimals that tell each from the next. */
    int decimals() {
        return Math.max(0, (int) Math.ceil(-Math.log10(step) - NEAR));
    }
}
