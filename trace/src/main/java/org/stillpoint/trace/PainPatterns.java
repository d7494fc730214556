package org.stillpoint.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.Point;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;

/**
 * The pain patterns of every source, each in several variants since nobody knows which is right, kept column by column without the entries
 * that are next to nothing. Variants that no map could tell apart are one column that counts for all of them. Immutable.
 */
final class PainPatterns {
    /** Entries below this share of a column's largest are dropped: they are far below the rounding of any map. */
    private static final double NEGLIGIBLE = 0.01;

    /**
     * Extra tension per unit contraction that an adapted body takes up before anything is felt. The model of a life has 0.03 of capacity over
     * 0.12 of contraction (0.25, both assumed, 2026), less with age and arousal: thus from well below it to twice as much.
     */
    private static final double[] ADAPTED_TO = {0.1, 0.2, 0.35, 0.55};

    /** Share of a muscle's pain that is felt where it refers to: none, as in the model of a life (1/3), most. */
    private static final double[] REFERRED = {0, 1.0 / 3, 0.6};

    /** How far pain spreads about an anonymous bump, m: from one region's half width to two regions. */
    private static final double[] REACH_M = {0.03, 0.05, 0.08, 0.12};

    /** Variants of one source with at least this cosine are one: they differ by less than patterns are trusted (a seventh). */
    private static final double SAME = 0.99;

    final int sources;
    final int regions;
    /** The same source on the other side, -1 for one in the middle. */
    final int[] mirror;
    /** Columns of source {@code s} begin at {@code from[s]}; of a source and its mirror they correspond. */
    final int[] from;
    /** Share of its source's felt variants that a column counts for. */
    final double[] weight;

    final int[] start;
    final int[] region;
    final double[] value;

    /** @param dense columns, source after source, each with as many variants */
    private PainPatterns(double[][] dense, int variants, int[] mirror) {
        sources = mirror.length;
        regions = dense[0].length;
        this.mirror = mirror;
        from = new int[sources + 1];
        List<double[]> columns = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int s = 0; s < sources; s++) {
            int like = mirror[s] >= 0 && mirror[s] < s ? mirror[s] : s;
            List<List<Integer>> groups = groups(Arrays.copyOfRange(dense, like * variants, (like + 1) * variants));
            int felt = groups.stream().mapToInt(List::size).sum();
            for (List<Integer> group : groups) {
                double[] mean = new double[regions];
                for (int v : group) {
                    for (int r = 0; r < regions; r++) {
                        mean[r] += dense[s * variants + v][r] / group.size();
                    }
                }
                columns.add(mean);
                weights.add((double) group.size() / felt);
            }
            from[s + 1] = columns.size();
        }
        weight = weights.stream().mapToDouble(Double::doubleValue).toArray();
        start = new int[columns.size() + 1];
        int[] places = new int[columns.size() * regions];
        double[] kept = new double[columns.size() * regions];
        int n = 0;
        for (int c = 0; c < columns.size(); c++) {
            double[] column = columns.get(c);
            double least = NEGLIGIBLE * Arrays.stream(column).max().orElse(0);
            for (int r = 0; r < regions; r++) {
                if (column[r] > least) {
                    places[n] = r;
                    kept[n++] = column[r];
                }
            }
            start[c + 1] = n;
        }
        region = Arrays.copyOf(places, n);
        value = Arrays.copyOf(kept, n);
    }

    /** Felt variants of one source, those alike together. */
    private static List<List<Integer>> groups(double[][] variants) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int v = 0; v < variants.length; v++) {
            double[] own = variants[v];
            if (Arrays.stream(own).allMatch(value -> value == 0)) {
                continue;
            }
            groups.stream()
                    .filter(group -> cosine(variants[group.getFirst()], own) >= SAME)
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(v);
        }
        return groups;
    }

    private static double cosine(double[] a, double[] b) {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int r = 0; r < a.length; r++) {
            product += a[r] * b[r];
            squaresA += a[r] * a[r];
            squaresB += b[r] * b[r];
        }
        return product == 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
    }

    /** Those of held contractions: the pulls that exceed what the body has adapted to, felt where the pulled muscles are felt. */
    static PainPatterns ofMuscles(TissueMemory memory) {
        Atlas atlas = memory.mapping().atlas();
        int muscles = atlas.muscles().size();
        int variants = ADAPTED_TO.length * REFERRED.length;
        double[][] columns = new double[muscles * variants][];
        for (int f = 0; f < REFERRED.length; f++) {
            PainMapping mapping = memory.mapping().withReferredShare(REFERRED[f]);
            for (int a = 0; a < ADAPTED_TO.length; a++) {
                double[][] each = columns(memory, mapping, ADAPTED_TO[a]);
                for (int m = 0; m < muscles; m++) {
                    columns[m * variants + a * REFERRED.length + f] = each[m];
                }
            }
        }
        int[] mirror = atlas.muscles().list().stream()
                .mapToInt(muscle -> atlas.muscles()
                        .find(Atlas.mirror(muscle.id()))
                        .map(other -> atlas.muscles().indexOf(other.id()))
                        .orElse(-1))
                .toArray();
        return new PainPatterns(columns, variants, mirror);
    }

    /**
     * Those of as many compact sources that are no muscles: bumps about the regions' centres and halfway between neighbours. What they explain
     * as well as muscles do is no evidence for a muscle.
     *
     * @param peak of each pattern, drive per unit
     */
    static PainPatterns ofBumps(Atlas atlas, int count, double peak) {
        List<PainRegion> regions = atlas.regions().list();
        List<Bump> bumps = bumps(atlas, count);
        double[][] columns = new double[bumps.size() * REACH_M.length][regions.size()];
        for (int b = 0; b < bumps.size(); b++) {
            for (int w = 0; w < REACH_M.length; w++) {
                for (int r = 0; r < regions.size(); r++) {
                    double distance = bumps.get(b).distanceTo(regions.get(r).centre());
                    columns[b * REACH_M.length + w][r] =
                            peak * Math.exp(-distance * distance / (2 * REACH_M[w] * REACH_M[w]));
                }
            }
        }
        int[] mirror = bumps.stream()
                .mapToInt(bump -> bumps.indexOf(bump.mirrored(atlas)))
                .toArray();
        for (int b = 0; b < mirror.length; b++) {
            mirror[b] = mirror[b] == b ? -1 : mirror[b];
        }
        return new PainPatterns(columns, REACH_M.length, mirror);
    }

    /** The place halfway between two regions, or the centre of one named twice; the lower number first. */
    private record Bump(int one, int other, Point one1, Point other1) {
        static Bump between(Atlas atlas, int a, int b) {
            List<PainRegion> regions = atlas.regions().list();
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            return new Bump(
                    low, high, regions.get(low).centre(), regions.get(high).centre());
        }

        Bump mirrored(Atlas atlas) {
            return between(atlas, mirrorOf(atlas, one), mirrorOf(atlas, other));
        }

        private static int mirrorOf(Atlas atlas, int region) {
            Optional<PainRegion> other = atlas.mirrorOf(atlas.regions().list().get(region));
            return other.map(found -> atlas.regions().indexOf(found.id())).orElse(region);
        }

        double length() {
            return one1.distanceTo(other1);
        }

        double distanceTo(Point point) {
            return new Point((one1.x() + other1.x()) / 2, (one1.y() + other1.y()) / 2, (one1.z() + other1.z()) / 2)
                    .distanceTo(point);
        }
    }

    private static List<Bump> bumps(Atlas atlas, int count) {
        List<Bump> all = new ArrayList<>();
        for (int a = 0; a < atlas.regions().size(); a++) {
            for (int b = a; b < atlas.regions().size(); b++) {
                all.add(Bump.between(atlas, a, b));
            }
        }
        all.sort(Comparator.comparingDouble(Bump::length));
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }

    /** Patterns in full, muscles x regions, of pulls that exceed what the body has adapted to. */
    static double[][] columns(TissueMemory memory, PainMapping mapping, double adaptedTo) {
        int muscles = mapping.atlas().muscles().size();
        double[][] columns = new double[muscles][mapping.regions()];
        for (int m = 0; m < muscles; m++) {
            double[] pull = memory.pull(m);
            for (int i = 0; i < muscles; i++) {
                mapping.addFelt(i, Math.max(0, pull[i] - adaptedTo), columns[m]);
            }
        }
        return columns;
    }

    /** Number of columns of all sources. */
    int columns() {
        return weight.length;
    }

    /** Adds a multiple of one column. */
    void add(int column, double factor, double[] to) {
        for (int k = start[column]; k < start[column + 1]; k++) {
            to[region[k]] += factor * value[k];
        }
    }

    /** Adds a multiple of its squares. */
    void addSquares(int column, double factor, double[] to) {
        for (int k = start[column]; k < start[column + 1]; k++) {
            to[region[k]] += factor * value[k] * value[k];
        }
    }

    /** Sum of one column over all regions. */
    double sum(int column) {
        double sum = 0;
        for (int k = start[column]; k < start[column + 1]; k++) {
            sum += value[k];
        }
        return sum;
    }

    /** Largest value of one column; 0 where it makes no pain. */
    double peak(int column) {
        double peak = 0;
        for (int k = start[column]; k < start[column + 1]; k++) {
            peak = Math.max(peak, value[k]);
        }
        return peak;
    }

    /** The middle one of all columns' peaks. */
    double middlePeak() {
        return IntStream.range(0, columns())
                .mapToDouble(this::peak)
                .sorted()
                .skip(columns() / 2)
                .findFirst()
                .orElse(0);
    }

    /** Cosine of the angle between two sources' patterns, each the mean of its variants, 0 to 1; 0 where one makes no pain. */
    double likeness(int one, int other) {
        return cosine(mean(one), mean(other));
    }

    /** The mean of a source's variants, one value a region. */
    double[] mean(int source) {
        double[] mean = new double[regions];
        for (int c = from[source]; c < from[source + 1]; c++) {
            add(c, weight[c], mean);
        }
        return mean;
    }
}
