package org.stillpoint.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.strain.Influence;
import org.stillpoint.trace.susie.CredibleSet;
import org.stillpoint.trace.susie.DesignMatrix;
import org.stillpoint.trace.susie.EffectPrior;
import org.stillpoint.trace.susie.Susie;
import org.stillpoint.trace.susie.SusieFit;

/**
 * The inverse of {@link TissueMemory}: pain {@code y = X c + noise}, where column {@code m} of {@code X} is the pain pattern of a held
 * contraction of muscle {@code m}: the extra tension that it puts on every muscle, itself included, felt where that muscle is felt.
 * Contractions are never negative and few. Immutable; safe to share between threads.
 */
public final class TraceModel {
    /** Inclusion odds of a muscle that a told event touched with full dose and severity, against one that none touched. Assumed. */
    private static final double TOLD_ODDS = 5;

    /** A told event counts as having touched a muscle from this dose. Assumed. */
    private static final double TOUCHED = 0.25;

    private final Atlas atlas;
    private final Bracing bracing;
    private final Susie susie;
    private final double[] byRow;
    private final DesignMatrix whole;
    private final int muscles;
    private final int regions;

    private TraceModel(Atlas atlas, Bracing bracing, Susie susie, double[] byRow) {
        this.atlas = atlas;
        this.bracing = bracing;
        this.susie = susie;
        this.byRow = byRow;
        this.muscles = atlas.muscles().size();
        this.regions = atlas.regions().size();
        this.whole = DesignMatrix.plain(byRow, regions, muscles);
    }

    /** The model of one body. */
    public static TraceModel of(Atlas atlas, Influence influence) {
        return of(TissueMemory.of(PainMapping.of(atlas), influence), sparse());
    }

    static TraceModel of(TissueMemory memory, Susie susie) {
        Atlas atlas = memory.mapping().atlas();
        int muscles = atlas.muscles().size();
        int regions = atlas.regions().size();
        double[] byRow = new double[regions * muscles];
        for (int m = 0; m < muscles; m++) {
            double[] pattern = new double[regions];
            double[] pull = memory.pull(m);
            for (int i = 0; i < muscles; i++) {
                memory.mapping().addFelt(i, pull[i], pattern);
            }
            for (int r = 0; r < regions; r++) {
                byRow[r * muscles + m] = pattern[r];
            }
        }
        scale(byRow, muscles);
        return new TraceModel(atlas, Bracing.of(memory.mapping()), susie, byRow);
    }

    /** One common factor, so that the middle one of the columns' peaks is 1 and an effect is about the pain at its core. */
    private static void scale(double[] byRow, int muscles) {
        double[] peaks = new double[muscles];
        for (int i = 0; i < byRow.length; i++) {
            peaks[i % muscles] = Math.max(peaks[i % muscles], byRow[i]);
        }
        Arrays.sort(peaks);
        double middle = peaks[muscles / 2];
        for (int i = 0; i < byRow.length; i++) {
            byRow[i] /= middle;
        }
    }

    static Susie sparse() {
        return new Susie(
                10, EffectPrior.HALF_NORMAL, 1, Susie.PriorVariance.EXPECTED, true, 0.05, true, 0.95, 0.5, 1e-2, 50);
    }

    /** The atlas in whose order muscles and regions stand. */
    public Atlas atlas() {
        return atlas;
    }

    /** Which muscles a told event touched. */
    public Bracing bracing() {
        return bracing;
    }

    /** Pain pattern of a unit contraction of one muscle, one value a region; only its shape and its size beside others mean something. */
    public double[] pattern(int muscle) {
        return IntStream.range(0, regions)
                .mapToDouble(r -> byRow[r * muscles + muscle])
                .toArray();
    }

    /**
     * Traces what is observed today.
     *
     * @param told events that the client has told; they raise the prior of the muscles they touched and are named beside the places
     * @throws IllegalArgumentException if the observation has not one value a region or names a muscle twice
     * @throws java.util.NoSuchElementException if it names a muscle or region that the atlas has not
     */
    public Trace trace(Observation observation, List<ToldEvent> told) {
        double[] pain = observation.pain();
        if (pain.length != regions) {
            throw new IllegalArgumentException(pain.length + " pain values for " + regions + " regions");
        }
        double[][] doses = told.stream().map(bracing::doses).toArray(double[][]::new);
        double[] prior = prior(observation, told, doses);
        int[] asked =
                IntStream.range(0, regions).filter(r -> !Double.isNaN(pain[r])).toArray();
        double[] y = IntStream.of(asked).mapToDouble(r -> pain[r]).toArray();
        if (observation.total() == 0 || Arrays.stream(y).distinct().count() < 2) {
            return new Trace(List.of(), observation.total() == 0 ? 0 : 1, prior, new double[regions]);
        }
        SusieFit fit = susie.fit(asked.length == regions ? whole : rows(asked), y, prior);
        return answer(fit, pain, told, doses);
    }

    private DesignMatrix rows(int[] asked) {
        double[] part = new double[asked.length * muscles];
        for (int i = 0; i < asked.length; i++) {
            System.arraycopy(byRow, asked[i] * muscles, part, i * muscles, muscles);
        }
        return DesignMatrix.plain(part, asked.length, muscles);
    }

    private double[] prior(Observation observation, List<ToldEvent> told, double[][] doses) {
        double[] odds = new double[muscles];
        Arrays.fill(odds, 1);
        for (int e = 0; e < doses.length; e++) {
            double severity = told.get(e).severity() / 10;
            for (int m = 0; m < muscles; m++) {
                odds[m] = Math.max(odds[m], 1 + (TOLD_ODDS - 1) * doses[e][m] * severity);
            }
        }
        for (Palpation palpation : observation.palpations()) {
            odds[atlas.muscles().indexOf(palpation.muscle())] *=
                    observation.hand().likelihoodRatio(palpation);
        }
        double total = Arrays.stream(odds).sum();
        for (int m = 0; m < muscles; m++) {
            odds[m] /= total;
        }
        return odds;
    }

    private Trace answer(SusieFit fit, double[] pain, List<ToldEvent> told, double[][] doses) {
        double[] fitted = new double[regions];
        List<Place> places = new ArrayList<>();
        double total = 0;
        for (CredibleSet set : fit.sets()) {
            double[] patterns = patterns(fit, set.effect());
            for (int r = 0; r < regions; r++) {
                fitted[r] += patterns[r];
                total += patterns[r];
            }
            places.add(place(fit, set, patterns, told, doses));
        }
        double unexplained = unexplained(pain, fitted);
        double all = total;
        List<Place> shared = places.stream()
                .map(place -> new Place(
                        place.muscles(),
                        place.inclusion(),
                        place.coverage(),
                        place.purity(),
                        place.touchedBy(),
                        (1 - unexplained) * Arrays.stream(place.patterns()).sum() / all,
                        place.patterns()))
                .sorted(Comparator.comparingDouble(Place::share).reversed())
                .toList();
        return new Trace(shared, unexplained, fit.inclusion(), fitted);
    }

    /** Pain that one effect accounts for in every region, also where pain was not asked for. */
    private double[] patterns(SusieFit fit, int effect) {
        double[] patterns = new double[regions];
        for (int m = 0; m < muscles; m++) {
            double contraction = fit.alpha()[effect][m] * fit.mean()[effect][m];
            for (int r = 0; r < regions && contraction > 0; r++) {
                patterns[r] += contraction * byRow[r * muscles + m];
            }
        }
        return patterns;
    }

    private static double unexplained(double[] pain, double[] fitted) {
        double left = 0;
        double all = 0;
        for (int r = 0; r < pain.length; r++) {
            if (pain[r] > 0) {
                left += Math.max(0, pain[r] - fitted[r]);
                all += pain[r];
            }
        }
        return left / all;
    }

    private Place place(SusieFit fit, CredibleSet set, double[] patterns, List<ToldEvent> told, double[][] doses) {
        double[] alpha = fit.alpha()[set.effect()];
        List<Integer> ordered = set.variables().stream()
                .sorted(Comparator.comparingDouble((Integer m) -> -alpha[m]))
                .toList();
        List<String> touchedBy = IntStream.range(0, told.size())
                .filter(e -> ordered.stream().anyMatch(m -> doses[e][m] >= TOUCHED))
                .mapToObj(e -> told.get(e).id())
                .toList();
        return new Place(
                ordered.stream().map(m -> atlas.muscles().list().get(m).id()).toList(),
                ordered.stream().mapToDouble(m -> alpha[m]).toArray(),
                set.coverage(),
                set.purity(),
                touchedBy,
                0,
                patterns);
    }
}
