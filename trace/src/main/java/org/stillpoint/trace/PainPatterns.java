package org.stillpoint.trace;

import java.util.Arrays;
import org.stillpoint.memory.TissueMemory;

/**
 * The pain pattern of a unit contraction of every muscle, kept column by column without the entries that are next to nothing. Immutable.
 */
final class PainPatterns {
    /** Entries below this share of a column's largest are dropped: they are far below the rounding of any map. */
    private static final double NEGLIGIBLE = 0.01;

    final int muscles;
    final int regions;
    final int[] start;
    final int[] region;
    final double[] value;

    private PainPatterns(double[][] columns, int regions) {
        muscles = columns.length;
        this.regions = regions;
        start = new int[muscles + 1];
        int[] places = new int[muscles * regions];
        double[] kept = new double[muscles * regions];
        int n = 0;
        for (int m = 0; m < muscles; m++) {
            double least = NEGLIGIBLE * Arrays.stream(columns[m]).max().orElse(0);
            for (int r = 0; r < regions; r++) {
                if (columns[m][r] > least) {
                    places[n] = r;
                    kept[n++] = columns[m][r];
                }
            }
            start[m + 1] = n;
        }
        region = Arrays.copyOf(places, n);
        value = Arrays.copyOf(kept, n);
    }

    /** From the pulls that exceed what the body has adapted to (extra tension per unit contraction, share of maximal force). */
    static PainPatterns of(TissueMemory memory, double adaptedTo) {
        return new PainPatterns(columns(memory, adaptedTo), memory.mapping().regions());
    }

    /** The same in full, muscles x regions. */
    static double[][] columns(TissueMemory memory, double adaptedTo) {
        int muscles = memory.mapping().atlas().muscles().size();
        double[][] columns = new double[muscles][memory.mapping().regions()];
        for (int m = 0; m < muscles; m++) {
            double[] pull = memory.pull(m);
            for (int i = 0; i < muscles; i++) {
                memory.mapping().addFelt(i, Math.max(0, pull[i] - adaptedTo), columns[m]);
            }
        }
        return columns;
    }

    /** Adds a multiple of one muscle's pattern. */
    void add(int muscle, double factor, double[] to) {
        for (int k = start[muscle]; k < start[muscle + 1]; k++) {
            to[region[k]] += factor * value[k];
        }
    }

    /** Adds a multiple of its squares. */
    void addSquares(int muscle, double factor, double[] to) {
        for (int k = start[muscle]; k < start[muscle + 1]; k++) {
            to[region[k]] += factor * value[k] * value[k];
        }
    }

    /** Sum of one muscle's pattern over all regions. */
    double sum(int muscle) {
        double sum = 0;
        for (int k = start[muscle]; k < start[muscle + 1]; k++) {
            sum += value[k];
        }
        return sum;
    }

    /** Cosine of the angle between two muscles' patterns, 0 to 1; 0 where one makes no pain. */
    double likeness(int one, int other) {
        double[] pattern = new double[regions];
        add(one, 1, pattern);
        double product = 0;
        double squares = 0;
        for (int k = start[other]; k < start[other + 1]; k++) {
            product += value[k] * pattern[region[k]];
            squares += value[k] * value[k];
        }
        double own = 0;
        for (double entry : pattern) {
            own += entry * entry;
        }
        return product == 0 ? 0 : product / Math.sqrt(own * squares);
    }
}
