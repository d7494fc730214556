package org.stillpoint.trace.truth;

import java.util.List;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.trace.TraceModel;

/** The ways to predict hidden pain that are set beside each other. */
final class Predictors {
    /** How fast the weight of a region falls with distance, m: the reference figure's own. */
    private static final double REACH_M = 0.08;

    /** Noise of a mark beside the body's own pattern, as a share of its mean variance. Assumed, 2026, not fitted to maps. */
    private static final double NOISE = 0.1;

    /** Added to the diagonal of a learned covariance, as a share of its mean. */
    private static final double RIDGE = 0.02;

    private Predictors() {}

    static Predictor prevalence(double[] prevalence) {
        return (map, unknown, out) -> System.arraycopy(prevalence, 0, out, 0, out.length);
    }

    static Predictor nearest(Atlas atlas) {
        double[][] weight = nearness(atlas);
        return (map, unknown, out) -> {
            for (int r = 0; r < out.length; r++) {
                double sum = 0;
                double total = 0;
                for (int s = 0; s < out.length; s++) {
                    if (!unknown[s]) {
                        sum += weight[r][s] * map[s];
                        total += weight[r][s];
                    }
                }
                out[r] = total > 0 ? sum / total : 0;
            }
        };
    }

    private static int[] mirrors(Atlas atlas) {
        return atlas.regions().list().stream()
                .mapToInt(region -> atlas.mirrorOf(region)
                        .map(other -> atlas.regions().indexOf(other.id()))
                        .orElse(-1))
                .toArray();
    }

    static Predictor mirror(Atlas atlas) {
        int[] mirror = mirrors(atlas);
        return (map, unknown, out) -> {
            double extent = extent(map, unknown);
            for (int r = 0; r < out.length; r++) {
                out[r] = mirror[r] >= 0 && !unknown[mirror[r]] ? map[mirror[r]] : extent;
            }
        };
    }

    /** Distance once more, but as a normal field: the best that distance alone is known to do. */
    static Predictor kriging(Atlas atlas, double bothSides) {
        double[][] near = nearness(atlas);
        int[] mirror = mirrors(atlas);
        double[][] covariance = new double[near.length][near.length];
        for (int r = 0; r < near.length; r++) {
            for (int s = 0; s < near.length; s++) {
                int other = mirror[s] < 0 ? s : mirror[s];
                covariance[r][s] = near[r][s] + bothSides * near[r][other];
            }
        }
        for (int r = 0; r < near.length; r++) {
            for (int s = 0; s < r; s++) {
                // The two sides of the layout differ by a little, so the mirrored nearness is symmetric but for
                // rounding.
                double mean = (covariance[r][s] + covariance[s][r]) / 2;
                covariance[r][s] = mean;
                covariance[s][r] = mean;
            }
        }
        return field(covariance);
    }

    /** What a fit of marks expects in the hidden regions. */
    static Predictor trace(TraceModel model, TraceModel.Sources sources) {
        return (map, unknown, out) -> {
            double[] marks = new double[map.length];
            for (int r = 0; r < marks.length; r++) {
                marks[r] = unknown[r] ? Double.NaN : map[r];
            }
            System.arraycopy(model.expectedMarks(marks, sources), 0, out, 0, out.length);
        };
    }

    static Predictor learned(double[] mean, double[][] covariance) {
        double[][] ridged = withNoise(covariance, RIDGE);
        ConditionalGaussian gaussian = new ConditionalGaussian(mean, ridged);
        return gaussian::predict;
    }

    /** A normal field about nothing marked. */
    static Predictor field(double[][] covariance) {
        ConditionalGaussian gaussian =
                new ConditionalGaussian(new double[covariance.length], withNoise(covariance, NOISE));
        return gaussian::predict;
    }

    private static double[][] withNoise(double[][] covariance, double share) {
        double mean = 0;
        for (int r = 0; r < covariance.length; r++) {
            mean += covariance[r][r] / covariance.length;
        }
        double[][] noisy = new double[covariance.length][];
        for (int r = 0; r < covariance.length; r++) {
            noisy[r] = covariance[r].clone();
            noisy[r][r] += share * mean;
        }
        return noisy;
    }

    private static double[][] nearness(Atlas atlas) {
        List<PainRegion> regions = atlas.regions().list();
        double[][] weight = new double[regions.size()][regions.size()];
        for (int r = 0; r < weight.length; r++) {
            for (int s = 0; s < weight.length; s++) {
                weight[r][s] = Math.exp(
                        -regions.get(r).centre().distanceTo(regions.get(s).centre()) / REACH_M);
            }
        }
        return weight;
    }

    /** Share of the known regions in which pain was marked. */
    static double extent(double[] map, boolean[] unknown) {
        double sum = 0;
        int known = 0;
        for (int r = 0; r < map.length; r++) {
            if (!unknown[r]) {
                sum += map[r];
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }
}
