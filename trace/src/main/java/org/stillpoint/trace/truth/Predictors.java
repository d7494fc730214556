package org.stillpoint.trace.truth;

import java.util.List;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.trace.TraceModel;

/** The ways to predict hidden pain that are set beside each other. */
final class Predictors {
    /** How fast the weight of a region falls with distance, m: the reference figure's own. */
    private static final double REACH_M = 0.08;

    /** Noise of a mark beside the body's own pattern, as a share of its mean variance. Assumed, not fitted to maps. */
    private static final double NOISE = 0.1;

    /** Correlation of the contractions held on the two sides: who braces, braces with both. Assumed, not fitted to maps. */
    private static final double BOTH_SIDES = 0.5;

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

    static Predictor mirror(Atlas atlas) {
        List<PainRegion> regions = atlas.regions().list();
        int[] mirror = regions.stream()
                .mapToInt(region -> atlas.mirrorOf(region)
                        .map(other -> atlas.regions().indexOf(other.id()))
                        .orElse(-1))
                .toArray();
        return (map, unknown, out) -> {
            double extent = extent(map, unknown);
            for (int r = 0; r < out.length; r++) {
                out[r] = mirror[r] >= 0 && !unknown[mirror[r]] ? map[mirror[r]] : extent;
            }
        };
    }

    /** Distance once more, but as a normal field (kriging): the best that distance alone is known to do. */
    static Predictor distance(Atlas atlas) {
        return field(nearness(atlas), new double[atlas.regions().size()]);
    }

    /** The body model: pain patterns of contractions, held independently but for the two sides of the body. Nothing is learned from maps. */
    static Predictor body(TraceModel model) {
        return field(bodyCovariance(model), new double[model.atlas().regions().size()]);
    }

    /** Covariance of pain between regions that the body model expects before it has seen any map; arbitrary unit. */
    static double[][] bodyCovariance(TraceModel model) {
        List<Muscle> muscles = model.atlas().muscles().list();
        int regions = model.atlas().regions().size();
        double[][] covariance = new double[regions][regions];
        for (int m = 0; m < muscles.size(); m++) {
            double[] pattern = model.pattern(m);
            String otherId = Atlas.mirror(muscles.get(m).id());
            double[] other = otherId.equals(muscles.get(m).id())
                    ? new double[regions]
                    : model.pattern(model.atlas().muscles().indexOf(otherId));
            for (int r = 0; r < regions; r++) {
                for (int s = 0; s < regions; s++) {
                    covariance[r][s] +=
                            pattern[r] * pattern[s] + BOTH_SIDES / 2 * (pattern[r] * other[s] + other[r] * pattern[s]);
                }
            }
        }
        return covariance;
    }

    static Predictor learned(double[] mean, double[][] covariance) {
        double[][] ridged = withNoise(covariance, RIDGE);
        ConditionalGaussian gaussian = new ConditionalGaussian(mean, ridged);
        return gaussian::predict;
    }

    private static Predictor field(double[][] covariance, double[] mean) {
        ConditionalGaussian gaussian = new ConditionalGaussian(mean, withNoise(covariance, NOISE));
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
