package org.stillpoint.evidence.series;

import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.evidence.numeric.Root;
import org.stillpoint.evidence.numeric.Sample;

/**
 * One jump of the mean by least squares, with Bai's (1997) interval for its place, each side with a variance of its own.
 *
 * @param last number of values before the jump
 * @param low first end of the 95 % interval of {@code last}
 * @param high other end
 */
public record Breakpoint(int last, int low, int high, double meanBefore, double meanAfter) {

    private static final double MISSING = 0.025;
    private static final double FURTHEST = 1000;

    /** Leaves at least {@code least} values on either side, 2 or more. */
    public static Breakpoint of(double[] values, int least) {
        int best = least;
        double squares = Double.POSITIVE_INFINITY;
        for (int last = least; last <= values.length - least; last++) {
            double left = squares(before(values, last)) + squares(after(values, last));
            if (left < squares) {
                squares = left;
                best = last;
            }
        }
        double[] before = before(values, best);
        double[] after = after(values, best);
        double jump = Sample.mean(after) - Sample.mean(before);
        double spread = Sample.variance(before);
        double ratio = Sample.variance(after) / spread;
        double scale = spread / (jump * jump);
        double up = scale * Root.find(x -> late(x, ratio) - (1 - MISSING), 1e-9, FURTHEST * (1 + ratio));
        double down = scale * Root.find(x -> early(x, ratio) - MISSING, 1e-9, FURTHEST * (1 + ratio));
        return new Breakpoint(
                best,
                best - (int) Math.ceil(up),
                best + (int) Math.ceil(down),
                Sample.mean(before),
                Sample.mean(after));
    }

    private static double[] before(double[] values, int last) {
        return java.util.Arrays.copyOf(values, last);
    }

    private static double[] after(double[] values, int last) {
        return java.util.Arrays.copyOfRange(values, last, values.length);
    }

    private static double squares(double[] values) {
        return values.length * Sample.variance(values) - Sample.variance(values);
    }

    /** P(V <= x) for x above 0 (Bai 1997, appendix B), {@code ratio} being the variance after over that before. */
    private static double late(double x, double ratio) {
        double root = Math.sqrt(ratio);
        return 1
                + Math.sqrt(x / (2 * Math.PI * ratio)) * Math.exp(-x / (8 * ratio))
                + (2 * ratio + 1)
                        / (ratio * (ratio + 1))
                        * tilted((ratio + 1) / 2 * x, (ratio + 0.5) / root * Math.sqrt(x))
                - ((1 + 2 * ratio) * (1 + 2 * ratio) / ((ratio + 1) * ratio) - 2 + x / (2 * ratio))
                        * Normal.cdf(-Math.sqrt(x) / (2 * root));
    }

    /** P(V <= -x) for x above 0. */
    private static double early(double x, double ratio) {
        return -Math.sqrt(x / (2 * Math.PI)) * Math.exp(-x / 8)
                - ratio * (ratio + 2) / (ratio + 1) * tilted(ratio * (ratio + 1) / 2 * x, (0.5 + ratio) * Math.sqrt(x))
                + (x / 2 - 2 + (ratio + 2) * (ratio + 2) / (ratio + 1)) * Normal.cdf(-Math.sqrt(x) / 2);
    }

    /** {@code exp(a) Phi(-b)} without overflow: far out by the first terms of Mills' ratio. */
    private static double tilted(double a, double b) {
        return b < 6
                ? Math.exp(a) * Normal.cdf(-b)
                : Math.exp(a + Normal.logDensity(b)) / b * (1 - 1 / (b * b) + 3 / (b * b * b * b));
    }
}
