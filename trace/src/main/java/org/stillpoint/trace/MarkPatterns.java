package org.stillpoint.trace;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * Every single effect that marks alone could come from: a source, or a source on both sides; in each variant of its pattern; so strong, and
 * with patterns so far from right. Of each, the chance that it alone makes a region be marked. Immutable.
 *
 * <p>A region is marked where the drive exceeds what this person calls pain, which nobody knows: the chance is {@code 0.95 Phi((level +
 * log(x / peak)) / spread)} with {@code level} the logarithm of peak drive over threshold.
 */
final class MarkPatterns {
    /** Logarithms of peak drive over threshold: from hardly above it to twenty times. */
    private static final double[] LEVELS = {0.5, 1.75, 3};

    /** Multiplicative errors of a pattern, standard deviations of the logarithm: patterns that are nearly right, and hardly so. */
    private static final double[] SPREADS = {0.6, 1.3};

    /** Nobody marks all that hurts. */
    private static final double MOST = 0.95;

    /** Drive that is called pain, in the middle: half a point, from which a region counts as marked in simulated lives. */
    private static final double THRESHOLD = 0.05;

    /** Probability that an effect is held on both sides: who braces, braces with both. Assumed, 2026. */
    private static final double PAIRS = 0.5;

    final int sources;
    final int regions;
    /** Units: single sources first, then pairs. */
    final int[][] members;
    /** Unit of each hypothesis. */
    final int[] unit;
    /** Prior of a hypothesis within its unit; sums to 1 over each unit that is felt. */
    final double[] within;
    /** Chance of a mark by region, then hypothesis. */
    final float[][] chance;
    /** The same by hypothesis, then region: what looks at a few effects in every region reads them in one piece. */
    final float[][] chances;
    /** {@code log(1 - chance)}. */
    final float[][] logNot;
    /** Its sum over all regions. */
    final double[] logNone;

    MarkPatterns(PainPatterns patterns) {
        sources = patterns.sources;
        regions = patterns.regions;
        members = units(patterns);
        int columns =
                Arrays.stream(members).mapToInt(u -> columns(patterns, u[0])).sum();
        int hypotheses = columns * LEVELS.length * SPREADS.length;
        unit = new int[hypotheses];
        within = new double[hypotheses];
        chance = new float[regions][hypotheses];
        chances = new float[hypotheses][regions];
        logNot = new float[regions][hypotheses];
        logNone = new double[hypotheses];
        int h = 0;
        for (int u = 0; u < members.length; u++) {
            int from = h;
            for (int variant = 0; variant < columns(patterns, members[u][0]); variant++) {
                for (double level : LEVELS) {
                    for (double spread : SPREADS) {
                        unit[h] = u;
                        within[h] = prior(patterns, patterns.from[members[u][0]] + variant, level);
                        write(patterns, members[u], variant, level, spread, h++);
                    }
                }
            }
            double total = Arrays.stream(within, from, h).sum();
            for (int k = from; k < h; k++) {
                within[k] /= total;
            }
        }
    }

    private static int columns(PainPatterns patterns, int source) {
        return patterns.from[source + 1] - patterns.from[source];
    }

    /** Density of a half-normal effect at the size that would give this level. */
    private static double prior(PainPatterns patterns, int column, double level) {
        double size = level + Math.log(THRESHOLD / (HeldEffects.SCALE * patterns.peak(column)));
        return patterns.weight[column] * Math.exp(size - Math.exp(2 * size) / 2);
    }

    private void write(PainPatterns patterns, int[] sources, int variant, double level, double spread, int h) {
        double[] not = new double[regions];
        Arrays.fill(not, 1);
        for (int source : sources) {
            int column = patterns.from[source] + variant;
            double[] pattern = new double[regions];
            patterns.add(column, 1 / patterns.peak(column), pattern);
            for (int r = 0; r < regions; r++) {
                if (pattern[r] > 0) {
                    double z = (level + Math.log(pattern[r])) / spread;
                    not[r] *= 1 - MOST * Erf.erfc(-z / Math.sqrt(2)) / 2;
                }
            }
        }
        for (int r = 0; r < regions; r++) {
            chance[r][h] = (float) (1 - not[r]);
            chances[h][r] = chance[r][h];
            logNot[r][h] = (float) Math.log(not[r]);
            logNone[h] += logNot[r][h];
        }
    }

    private static int[][] units(PainPatterns patterns) {
        int[][] units = new int[2 * patterns.sources][];
        int n = 0;
        for (int source = 0; source < patterns.sources; source++) {
            units[n++] = new int[] {source};
        }
        for (int source = 0; source < patterns.sources; source++) {
            if (patterns.mirror[source] > source) {
                units[n++] = new int[] {source, patterns.mirror[source]};
            }
        }
        return Arrays.copyOf(units, n);
    }

    /** Odds of every unit from those of its sources, given over the number of sources. */
    double[] prior(double[] odds) {
        double[] prior = new double[members.length];
        int pairs = members.length - sources;
        for (int u = 0; u < prior.length; u++) {
            double product = 1;
            for (int source : members[u]) {
                product *= odds[source] * sources;
            }
            prior[u] =
                    members[u].length == 1 ? product * (pairs == 0 ? 1 : 1 - PAIRS) / sources : product * PAIRS / pairs;
        }
        return prior;
    }
}
