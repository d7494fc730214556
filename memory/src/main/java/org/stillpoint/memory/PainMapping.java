package org.stillpoint.memory;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.Side;

/**
 * Where a muscle is felt: the matrix {@code R} from muscles to pain regions.
 *
 * <p>Two parts. <em>Local</em>: the share of the muscle's length that lies under each region, from the geometry of the atlas.
 * <em>Referred</em>: the regions in which pain was felt when the muscle was injected or pressed ({@code referral.csv}): the share of people
 * or injections where an experiment counted it, times 1 for experiments, 0.5 for patients, 0.25 for pages that retell one textbook; half of
 * that where the source says "at times". Each row sums to 1. Nothing here is fitted to pain maps.
 */
public final class PainMapping {
    /** How fast the pull of a region falls with distance, m: about half the width of a region. Assumed, 2026. */
    private static final double REACH_M = 0.05;

    /** Distance between the places at which a muscle line is looked at, m. */
    private static final double STEP_M = 0.01;

    /** Share of the pain that is felt in the referred zones where some are known. Assumed, 2026. */
    private static final double REFERRED_SHARE = 1.0 / 3;

    /** Shares below this are dropped and the rest made to sum to 1 again. */
    private static final double NEGLIGIBLE = 1e-3;

    /** A factor of e^3 either way: beyond it nothing of the mapping is left. */
    private static final double MOST_DEVIATION = 3;

    private final Atlas atlas;
    private final Shares local;
    private final double[][] referred;
    private final Shares all;

    private PainMapping(Atlas atlas, Shares local, double[][] referred, Shares all) {
        this.atlas = atlas;
        this.local = local;
        this.referred = referred;
        this.all = all;
    }

    /** The regions that each muscle has a share in, muscle after muscle: those of {@code m} begin at {@code from[m]}. */
    private record Shares(int[] from, int[] regions, double[] shares, int count) {
        static Shares of(double[][] dense) {
            int[] from = new int[dense.length + 1];
            IntStream.Builder regions = IntStream.builder();
            DoubleStream.Builder shares = DoubleStream.builder();
            for (int m = 0; m < dense.length; m++) {
                double kept = Arrays.stream(dense[m])
                        .filter(share -> share >= NEGLIGIBLE)
                        .sum();
                from[m + 1] = from[m];
                for (int r = 0; r < dense[m].length; r++) {
                    if (dense[m][r] >= NEGLIGIBLE) {
                        regions.add(r);
                        shares.add(dense[m][r] / kept);
                        from[m + 1]++;
                    }
                }
            }
            return new Shares(from, regions.build().toArray(), shares.build().toArray(), dense[0].length);
        }

        void add(int muscle, double factor, double[] to) {
            int end = from[muscle + 1];
            for (int k = from[muscle]; k < end; k++) {
                to[regions[k]] += factor * shares[k];
            }
        }

        double[] dense(int muscle) {
            double[] dense = new double[count];
            add(muscle, 1, dense);
            return dense;
        }
    }

    /** The mapping for the muscles and regions of an atlas, in its order. */
    public static PainMapping of(Atlas atlas) {
        List<Muscle> muscles = atlas.muscles().list();
        double[][] local = new double[muscles.size()][];
        for (int m = 0; m < local.length; m++) {
            local[m] = under(muscles.get(m), atlas.regions().list());
        }
        double[][] referred = referred(atlas);
        return new PainMapping(atlas, Shares.of(local), referred, Shares.of(blend(local, referred, REFERRED_SHARE)));
    }

    private static double[][] blend(double[][] local, double[][] referred, double share) {
        double[][] all = new double[local.length][];
        for (int m = 0; m < all.length; m++) {
            all[m] = local[m].clone();
            double total = Arrays.stream(referred[m]).sum();
            for (int r = 0; r < all[m].length && total > 0; r++) {
                all[m][r] = (1 - share) * local[m][r] + share * referred[m][r] / total;
            }
        }
        return all;
    }

    /**
     * The same with another share of the pain felt in the referred zones, where some are known: the share is assumed, so answers are tried
     * with others.
     *
     * @param share 0 (felt only where the muscle lies) to 1
     */
    public PainMapping withReferredShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("referred share is " + share + "; range 0 to 1");
        }
        double[][] under = new double[referred.length][];
        Arrays.setAll(under, local::dense);
        return new PainMapping(atlas, local, referred, Shares.of(blend(under, referred, share)));
    }

    /**
     * Another person's mapping: each share of where a muscle is felt times a lognormal number of its own, made to sum to 1 again.
     *
     * @param deviation of the logarithm, 0 or more
     */
    public PainMapping withSharesPerturbed(double deviation, long seed) {
        if (!(deviation >= 0 && deviation <= MOST_DEVIATION)) {
            throw new IllegalArgumentException("deviation is " + deviation + "; range 0 to " + MOST_DEVIATION);
        }
        Random random = new Random(seed);
        double[][] perturbed = new double[referred.length][];
        for (int m = 0; m < perturbed.length; m++) {
            perturbed[m] = all.dense(m);
            for (int r = 0; r < perturbed[m].length; r++) {
                perturbed[m][r] *= Math.exp(deviation * random.nextGaussian());
            }
            double total = Arrays.stream(perturbed[m]).sum();
            for (int r = 0; r < perturbed[m].length; r++) {
                perturbed[m][r] /= total;
            }
        }
        return new PainMapping(atlas, local, referred, Shares.of(perturbed));
    }

    private static double[] under(Muscle muscle, List<PainRegion> regions) {
        double[] share = new double[regions.size()];
        double total = 0;
        for (MuscleLine line : muscle.lines()) {
            for (int i = 1; i < line.points().size(); i++) {
                Point a = line.points().get(i - 1).position();
                Point b = line.points().get(i).position();
                double length = a.distanceTo(b);
                int steps = Math.max(1, (int) Math.ceil(length / STEP_M));
                for (int k = 0; k < steps; k++) {
                    addShare(between(a, b, (k + 0.5) / steps), length / steps, regions, share);
                }
                total += length;
            }
        }
        for (int r = 0; r < share.length; r++) {
            share[r] /= total;
        }
        return share;
    }

    private static Point between(Point a, Point b, double t) {
        return new Point(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()), a.z() + t * (b.z() - a.z()));
    }

    private static void addShare(Point place, double length, List<PainRegion> regions, double[] share) {
        double[] distance = new double[share.length];
        double nearest = Double.POSITIVE_INFINITY;
        for (int r = 0; r < distance.length; r++) {
            distance[r] = place.distanceTo(regions.get(r).centre());
            nearest = Math.min(nearest, distance[r]);
        }
        double sum = 0;
        for (int r = 0; r < distance.length; r++) {
            distance[r] = Math.exp((nearest - distance[r]) / REACH_M);
            sum += distance[r];
        }
        for (int r = 0; r < distance.length; r++) {
            share[r] += length * distance[r] / sum;
        }
    }

    private static double[][] referred(Atlas atlas) {
        double[][] referred = new double[atlas.muscles().size()][atlas.regions().size()];
        for (NamedCsvRecord row : MemoryTable.read("referral.csv")) {
            double strength = MemoryTable.number(row, "strength", 0, 1);
            for (Side side : List.of(Side.RIGHT, Side.LEFT)) {
                String muscle = row.getField("muscle") + (side == Side.RIGHT ? "_right" : "_left");
                Side felt = row.getField("side").equals("same") ? side : side.mirrored();
                if (atlas.muscles().find(muscle).isPresent()) {
                    referred[atlas.muscles().indexOf(muscle)][region(atlas, row, felt)] += strength;
                } else {
                    // A muscle of the midline is felt on both sides.
                    referred[atlas.muscles().indexOf(row.getField("muscle"))][region(atlas, row, felt)] += strength;
                }
            }
        }
        return referred;
    }

    private static int region(Atlas atlas, NamedCsvRecord row, Side side) {
        PainRegion.View view = row.getField("view").equals("front") ? PainRegion.View.FRONT : PainRegion.View.BACK;
        List<PainRegion> regions = atlas.regions().list();
        for (int r = 0; r < regions.size(); r++) {
            PainRegion region = regions.get(r);
            if (region.view() == view && region.side() == side && region.name().equals(row.getField("region"))) {
                return r;
            }
        }
        throw new IllegalStateException(
                "line " + row.getStartingLineNumber() + ": no region " + row.getField("region"));
    }

    /** The atlas whose order of muscles and regions this mapping has. */
    public Atlas atlas() {
        return atlas;
    }

    /** Number of regions. */
    public int regions() {
        return atlas.regions().size();
    }

    /** Share of the muscle's pain that is felt in each region, local and referred; sums to 1. */
    public double[] felt(int muscle) {
        return all.dense(muscle);
    }

    /** Share of the muscle's length under each region; sums to 1. */
    public double[] under(int muscle) {
        return local.dense(muscle);
    }

    /** Adds {@code factor} times {@link #felt(int)} to one value a region. */
    public void addFelt(int muscle, double factor, double[] to) {
        if (factor != 0) {
            all.add(muscle, factor, to);
        }
    }

    /** Adds {@code factor} times {@link #under(int)} to one value a region. */
    public void addUnder(int muscle, double factor, double[] to) {
        if (factor != 0) {
            local.add(muscle, factor, to);
        }
    }
}
