package org.stillpoint.evidence.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Plain descriptions of a sample of numbers. */
public final class Sample {

    private Sample() {}

    public static double mean(double... x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** Unbiased variance; NaN for fewer than two numbers. */
    public static double variance(double... x) {
        double mean = mean(x);
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return x.length < 2 ? Double.NaN : sum / (x.length - 1);
    }

    public static double sd(double... x) {
        return Math.sqrt(variance(x));
    }

    public static double median(double... x) {
        return quantile(x, 0.5);
    }

    /** Where the numbers stand, the smallest first; equal ones as they come. */
    public static int[] order(double... x) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Quantile by linear interpolation (Hyndman and Fan 1996, type 7). */
    public static double quantile(double[] x, double p) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Pearson's correlation; NaN where one of the two never varies. */
    public static double correlation(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
