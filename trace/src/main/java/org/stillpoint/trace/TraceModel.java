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
import org.stillpoint.strain.StrainNetwork;
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

    /** Pain above this counts as this when its saturation is undone: 10 would stand for an endless load. */
    private static final double MOST_PAIN = 9.5;

    /** Log Bayes factor against no effect from which a set is given: 20 to 1, so that a set is as sure to be one as its coverage says. */
    private static final double LEAST_EVIDENCE = 3;

    /**
     * Extra tension per unit contraction that an adapted body takes up before anything is felt: the patterns are linearised about the adapted
     * state. Half the capacity at middle age over a contraction of 0.2; assumed, with the capacity itself.
     */
    private static final double ADAPTED = 0.05;

    /**
     * The discrepancy term: residual variance as a multiple of the variance of the map, fitted or not. A pain map is rounded, cut at 0 and 10
     * and not linear in the contractions, so a residual variance that is fitted is too small and its sets claim too much; with this one
     * and the tempering below, chosen on simulated lives (stillpoint bench calibration), the 95 % sets together hold what they say.
     */
    private static final double DISCREPANCY = 0.8;

    /** Power to which an effect's posterior is raised before its set is taken, chosen with the discrepancy term. */
    private static final double TEMPERING = 0.5;

    /** Least correlation between the patterns of two muscles of one set. Tempered sets are wider, so less than SuSiE's 0.5. Assumed. */
    private static final double LEAST_PURITY = 0.2;

    private final Atlas atlas;
    private final Bracing bracing;
    private final Susie susie;
    private final double leastEvidence;
    private final double[] byRow;
    private final double[] unadapted;
    private final DesignMatrix whole;
    private final Routes routes;
    private final int muscles;
    private final int regions;

    private TraceModel(Routes routes, TissueMemory memory, Susie susie, double leastEvidence) {
        this.bracing = Bracing.of(memory.mapping());
        this.atlas = bracing.atlas();
        this.routes = routes;
        this.susie = susie;
        this.leastEvidence = leastEvidence;
        this.muscles = atlas.muscles().size();
        this.regions = atlas.regions().size();
        this.byRow = patterns(memory, ADAPTED);
        this.unadapted = patterns(memory, 0);
        scale(byRow, muscles);
        scale(unadapted, muscles);
        this.whole = DesignMatrix.centred(byRow, regions, muscles);
    }

    /** The model of one body. */
    public static TraceModel of(Atlas atlas, StrainNetwork network) {
        return of(atlas, network, susie(DISCREPANCY, TEMPERING, LEAST_PURITY), LEAST_EVIDENCE);
    }

    /** The same with plain sets: residual variance fitted freely and every set given. For comparison only; it claims too much. */
    public static TraceModel withoutDiscrepancy(Atlas atlas, StrainNetwork network) {
        return of(atlas, network, susie(1e-4, 1, 0.5), 0);
    }

    private static TraceModel of(Atlas atlas, StrainNetwork network, Susie susie, double leastEvidence) {
        TissueMemory memory = TissueMemory.of(PainMapping.of(atlas), network.influence());
        return new TraceModel(new Routes(network, memory, ADAPTED), memory, susie, leastEvidence);
    }

    /** Pain pattern of each muscle, regions x muscles, from the pulls that exceed what is adapted to. */
    private static double[] patterns(TissueMemory memory, double adaptedTo) {
        int muscles = memory.mapping().atlas().muscles().size();
        int regions = memory.mapping().regions();
        double[] byRow = new double[regions * muscles];
        for (int m = 0; m < muscles; m++) {
            double[] pattern = new double[regions];
            double[] pull = memory.pull(m);
            for (int i = 0; i < muscles; i++) {
                memory.mapping().addFelt(i, Math.max(0, pull[i] - adaptedTo), pattern);
            }
            for (int r = 0; r < regions; r++) {
                byRow[r * muscles + m] = pattern[r];
            }
        }
        return byRow;
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

    private static Susie susie(double leastResidualShare, double tempering, double leastPurity) {
        return new Susie(
                10,
                EffectPrior.HALF_NORMAL,
                1,
                Susie.PriorVariance.KEPT,
                true,
                leastResidualShare,
                true,
                tempering,
                0.95,
                leastPurity,
                1e-2,
                20);
    }

    /** The atlas in whose order muscles and regions stand. */
    public Atlas atlas() {
        return atlas;
    }

    /** Which muscles a told event touched. */
    public Bracing bracing() {
        return bracing;
    }

    /**
     * Pain pattern of a unit contraction of one muscle before the body has adapted, one value a region; only its shape and its size beside
     * others mean something.
     */
    public double[] pattern(int muscle) {
        return IntStream.range(0, regions)
                .mapToDouble(r -> unadapted[r * muscles + muscle])
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
        double[] y = IntStream.of(asked).mapToDouble(r -> drive(pain[r])).toArray();
        if (observation.total() == 0 || Arrays.stream(y).distinct().count() < 2) {
            return new Trace(List.of(), observation.total() == 0 ? 0 : 1, prior, new double[regions]);
        }
        SusieFit fit = susie.fit(asked.length == regions ? whole : rows(asked), y, prior);
        return answer(fit, pain, told, doses);
    }

    /** What a pain of 0 to 10 says of the felt load: the inverse of its saturation (model of a life), points. */
    private static double drive(double pain) {
        return -10 * Math.log1p(-Math.min(pain, MOST_PAIN) / 10);
    }

    /**
     * The next place to feel: the muscle whose palpation is expected to tell most, by the information (bits) that its finding carries about
     * whether it holds a contraction. Muscles already felt are left out.
     */
    public List<NextPlace> next(Trace trace, Observation observation, List<ToldEvent> told, int most) {
        double[][] doses = told.stream().map(bracing::doses).toArray(double[][]::new);
        Hand hand = observation.hand();
        List<String> felt =
                observation.palpations().stream().map(Palpation::muscle).toList();
        return IntStream.range(0, muscles)
                .mapToObj(m -> new NextPlace(
                        atlas.muscles().list().get(m).id(),
                        hand.information(trace.inclusion()[m]),
                        touchedBy(told, doses, List.of(m))))
                .filter(place -> !felt.contains(place.muscle()))
                .sorted(Comparator.comparingDouble(NextPlace::bits).reversed())
                .limit(most)
                .toList();
    }

    /**
     * How a held contraction of one muscle would be felt in one region. Worked out at the call (about a millisecond), not with the trace.
     *
     * @param muscle id of a muscle, of a set usually the first, {@code place.muscles().getFirst()}
     * @param region code of a pain region
     * @throws java.util.NoSuchElementException if the atlas has no such muscle or region
     */
    public Route route(String muscle, String region) {
        return routes.of(atlas.muscles().indexOf(muscle), atlas.regions().indexOf(region), Double.NaN);
    }

    /**
     * The routes from a place's most probable muscle to the regions in which the place accounts for pain.
     *
     * @param observed the map that the place was found on
     * @param most routes given, those to the regions with most pain accounted for, first
     */
    public List<Route> routes(Place place, Observation observed, int most) {
        int muscle = atlas.muscles().indexOf(place.muscles().getFirst());
        double[] points = place.patterns();
        return IntStream.range(0, regions)
                .filter(r -> observed.pain()[r] > 0 && points[r] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> -points[r]))
                .limit(most)
                .map(r -> routes.of(muscle, r, points[r]))
                .filter(route -> !route.ways().isEmpty())
                .toList();
    }

    private DesignMatrix rows(int[] asked) {
        double[] part = new double[asked.length * muscles];
        for (int i = 0; i < asked.length; i++) {
            System.arraycopy(byRow, asked[i] * muscles, part, i * muscles, muscles);
        }
        return DesignMatrix.centred(part, asked.length, muscles);
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
            if (fit.logBayesFactor()[set.effect()] < leastEvidence) {
                continue;
            }
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
                left += Math.max(0, drive(pain[r]) - fitted[r]);
                all += drive(pain[r]);
            }
        }
        return left / all;
    }

    private Place place(SusieFit fit, CredibleSet set, double[] patterns, List<ToldEvent> told, double[][] doses) {
        double[] alpha = fit.alpha()[set.effect()];
        List<Integer> ordered = set.variables().stream()
                .sorted(Comparator.comparingDouble((Integer m) -> -alpha[m]))
                .toList();
        List<String> touchedBy = touchedBy(told, doses, ordered);
        return new Place(
                ordered.stream().map(m -> atlas.muscles().list().get(m).id()).toList(),
                ordered.stream().mapToDouble(m -> alpha[m]).toArray(),
                set.coverage(),
                set.purity(),
                touchedBy,
                0,
                patterns);
    }

    /** Ids of the told events that touched one of these muscles, in the order told. */
    private static List<String> touchedBy(List<ToldEvent> told, double[][] doses, List<Integer> muscles) {
        return IntStream.range(0, told.size())
                .filter(e -> muscles.stream().anyMatch(m -> doses[e][m] >= TOUCHED))
                .mapToObj(e -> told.get(e).id())
                .toList();
    }
}
