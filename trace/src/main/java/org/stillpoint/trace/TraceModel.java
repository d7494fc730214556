package org.stillpoint.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.HandPlace;
import org.stillpoint.anatomy.HandReach;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;

/**
 * The inverse of {@link TissueMemory}: pain {@code y = X c + noise}, where column {@code m} of {@code X} is the pain pattern of a held
 * contraction of muscle {@code m}: the extra tension that it puts on every muscle, itself included, felt where that muscle is felt.
 * Contractions are never negative and few. Immutable; safe to share between threads.
 */
public final class TraceModel {
    /** Inclusion odds of a muscle that a told event touched with full dose and severity, against one that none touched. Assumed, 2026. */
    private static final double TOLD_ODDS = 5;

    /** A told event counts as having touched a muscle from this dose. Assumed, 2026. */
    private static final double TOUCHED = 0.25;

    /** Probability that a set holds a muscle with a held contraction, "no effect" being one of the answers. */
    static final double COVERAGE = 0.95;

    /**
     * A set of more muscles than this is no place to feel. Those of 40 to 80 are felt 0.11 m about their middle (root mean square), hardly wider
     * than those of 30 to 40 (0.09 m); those of more than 130 all over the body (0.3 m and more; seed 4 of stillpoint bench calibration).
     */
    private static final int MOST_MUSCLES = 80;

    /** More than a million times is said as a million times. */
    private static final double MOST_LOG_TIMES = Math.log(1e6);

    /** Points of pain to one of drive, where pain is slight. */
    private static final double POINTS = 10;

    /** What pain is traced to. */
    public enum Sources {
        /** The muscles of the atlas. */
        MUSCLES,
        /** As many compact sources that know nothing of muscles: the control that goes with every answer. */
        ANONYMOUS_BUMPS
    }

    private final Atlas atlas;
    private final TissueMemory memory;
    private final Bracing bracing;
    private final HeldEffects.Discrepancy discrepancy;
    private final PainPatterns patterns;
    private final PainPatterns bumps;
    private final MarkPatterns marks;
    private final MarkPatterns markedBumps;
    private final Readiness readiness;
    private final double[][] unadapted;
    private final double[] ownPull;
    private final Routes routes;
    private final Notes notes;
    private final int muscles;
    private final int regions;

    private TraceModel(Atlas atlas, StrainNetwork network, HeldEffects.Discrepancy discrepancy) {
        Influence influence = network.influence();
        this.memory = TissueMemory.of(PainMapping.of(atlas), influence);
        this.atlas = atlas;
        this.bracing = Bracing.of(memory.mapping());
        this.discrepancy = discrepancy;
        this.patterns = PainPatterns.ofMuscles(memory);
        this.bumps = PainPatterns.ofBumps(atlas, atlas.muscles().size(), patterns.middlePeak());
        this.marks = new MarkPatterns(patterns);
        this.markedBumps = new MarkPatterns(bumps);
        this.readiness = Readiness.standard(atlas);
        this.unadapted = scaled(PainPatterns.columns(memory, memory.mapping(), 0));
        this.ownPull = IntStream.range(0, atlas.muscles().size())
                .mapToDouble(m -> memory.pull(m)[m])
                .toArray();
        this.routes = new Routes(network, memory);
        this.notes = new Notes(influence);
        this.muscles = atlas.muscles().size();
        this.regions = atlas.regions().size();
    }

    /** The model of one body. */
    public static TraceModel of(Atlas atlas, StrainNetwork network) {
        return new TraceModel(atlas, network, HeldEffects.Discrepancy.STANDARD);
    }

    /** The same as if its patterns were right and the other effects known. For comparison only; it claims too much. */
    public static TraceModel withoutDiscrepancy(Atlas atlas, StrainNetwork network) {
        return new TraceModel(atlas, network, HeldEffects.Discrepancy.NONE);
    }

    /** One common factor, so that the middle one of the patterns' peaks is 1. */
    private static double[][] scaled(double[][] columns) {
        double[] peaks = Arrays.stream(columns)
                .mapToDouble(column -> Arrays.stream(column).max().orElse(0))
                .sorted()
                .toArray();
        double middle = peaks[peaks.length / 2];
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(column).map(value -> value / middle).toArray())
                .toArray(double[][]::new);
    }

    /** The atlas in whose order muscles and regions stand. */
    public Atlas atlas() {
        return atlas;
    }

    /** Where its muscles are felt, and how they pull on each other. */
    public TissueMemory memory() {
        return memory;
    }

    /** Pain patterns of the anonymous bumps, bumps x regions; only shapes mean something. */
    public double[][] bumps() {
        double[][] dense = new double[bumps.sources][];
        Arrays.setAll(dense, bumps::mean);
        return dense;
    }

    /** For each of them the one on the other side, or -1. */
    public int[] mirrorOfBumps() {
        return bumps.mirror.clone();
    }

    /**
     * The chance of a mark in every region, those that were not asked included, from marks alone.
     *
     * @param marked 0 or 1 in each region, NaN where it was not asked
     */
    public double[] expectedMarks(double[] marked, Sources sources) {
        MarkPatterns among = sources == Sources.MUSCLES ? marks : markedBumps;
        double[] odds = new double[among.sources];
        Arrays.fill(odds, 1.0 / odds.length);
        MarkedEffects fit = new MarkedEffects(among, readiness, marked, odds);
        fit.fit();
        return fit.expected();
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
        return unadapted[muscle].clone();
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
        if (observation.total() == 0) {
            return new Trace(List.of(), 0, normalised(prior), new double[regions], 0);
        }
        if (observation.marksOnly()) {
            MarkedEffects fit = new MarkedEffects(marks, readiness, pain, prior);
            fit.fit();
            return answer(fit.found(markedBumps), pain, told, doses, 0);
        }
        Intensity seen = Intensity.of(observation);
        HeldEffects fit = new HeldEffects(patterns, discrepancy, seen, prior);
        double[] points =
                Arrays.stream(seen.drive()).map(drive -> POINTS * drive).toArray();
        return answer(fit.fit(bumps), points, told, doses, fit.noise());
    }

    /**
     * The next place to feel: the one whose palpation is expected to tell most, by the information (bits) that its finding carries about whether
     * any of its muscles holds a contraction. Muscles that a hand does not tell apart are one place. What was felt already is left out, and so is
     * what no hand comes to from outside.
     */
    public List<NextPlace> next(Trace trace, Observation observation, List<ToldEvent> told, int most) {
        double[][] doses = told.stream().map(bracing::doses).toArray(double[][]::new);
        List<String> felt = observation.palpations().stream()
                .map(each -> each.muscle().value())
                .toList();
        return atlas.muscles().list().stream()
                .map(muscle -> atlas.handPlace(muscle.id()))
                .distinct()
                .filter(place -> place.reach() == HandReach.OUTSIDE)
                .filter(place -> place.muscles().stream().noneMatch(felt::contains))
                .map(place -> next(place, trace, observation.hand(), told, doses))
                .sorted(Comparator.comparingDouble(NextPlace::bits).reversed())
                .limit(most)
                .toList();
    }

    private NextPlace next(HandPlace place, Trace trace, Hand hand, List<ToldEvent> told, double[][] doses) {
        List<Integer> members = place.muscles().stream()
                .map(id -> atlas.muscles().indexOf(id))
                .sorted(Comparator.comparingDouble((Integer m) -> trace.inclusion()[m])
                        .reversed())
                .toList();
        double none =
                members.stream().mapToDouble(m -> 1 - trace.inclusion()[m]).reduce(1, (a, b) -> a * b);
        return new NextPlace(
                members.stream()
                        .map(m -> new MuscleId(atlas.muscles().list().get(m).id()))
                        .toList(),
                hand.information(1 - none),
                touchedBy(told, doses, members));
    }

    /**
     * How a held contraction of one muscle would be felt in one region. Worked out at the call (about a millisecond), not with the trace.
     *
     * @param muscle of a set usually the first, {@code place.muscles().getFirst()}
     * @param region code of a pain region
     * @throws java.util.NoSuchElementException if the atlas has no such muscle or region
     */
    public Route route(MuscleId muscle, RegionCode region) {
        return routes.of(
                atlas.muscles().indexOf(muscle.value()), atlas.regions().indexOf(region.value()), Double.NaN);
    }

    /**
     * The routes from a place's most probable muscle to the regions in which the place accounts for pain.
     *
     * @param observed the map that the place was found on
     * @param most routes given, those to the regions with most pain accounted for, first
     */
    public List<Route> routes(Place place, Observation observed, int most) {
        int muscle = atlas.muscles().indexOf(place.muscles().getFirst().value());
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

    private double[] prior(Observation observation, List<ToldEvent> told, double[][] doses) {
        double[] odds = new double[muscles];
        Arrays.fill(odds, 1);
        for (int e = 0; e < doses.length; e++) {
            double severity =
                    told.get(e).expectedSeverity(); // odds are linear in it: where it is not known, their mean
            for (int m = 0; m < muscles; m++) {
                odds[m] = Math.max(odds[m], 1 + (TOLD_ODDS - 1) * doses[e][m] * severity);
            }
        }
        for (Palpation palpation : observation.palpations()) {
            odds[atlas.muscles().indexOf(palpation.muscle().value())] *=
                    observation.hand().likelihoodRatio(palpation);
        }
        notes.weigh(observation.notes(), atlas, odds);
        for (int m = 0; m < muscles; m++) {
            odds[m] /= muscles;
        }
        return odds;
    }

    private static double[] normalised(double[] odds) {
        double total = Arrays.stream(odds).sum();
        return Arrays.stream(odds).map(value -> value / total).toArray();
    }

    private Trace answer(
            List<FoundEffect> effects, double[] seen, List<ToldEvent> told, double[][] doses, double noise) {
        double[] fitted = new double[regions];
        List<Place> places = new ArrayList<>();
        Set<Set<Integer>> given = new HashSet<>();
        double total = 0;
        for (FoundEffect effect : effects) {
            List<Integer> set = set(effect);
            if (!set.isEmpty() && given.add(Set.copyOf(set))) {
                for (int r = 0; r < regions; r++) {
                    fitted[r] += effect.fit()[r];
                    total += effect.fit()[r];
                }
                places.add(place(effect, set, told, doses));
            }
        }
        double unexplained = unexplained(seen, fitted);
        double all = total;
        List<Place> shared = places.stream()
                .map(place -> {
                    double part = Arrays.stream(place.patterns()).sum() / all;
                    return place.withShare((1 - unexplained) * part, part);
                })
                .sorted(Comparator.comparingDouble(Place::share).reversed())
                .toList();
        return new Trace(shared, unexplained, inclusion(effects), fitted, noise);
    }

    /** The fewest muscles that hold the effect with the asked probability, most probable first; none where "no effect" is too probable. */
    private List<Integer> set(FoundEffect effect) {
        if (effect.real() < COVERAGE) {
            return List.of();
        }
        Set<Integer> set = new LinkedHashSet<>();
        double[] left = effect.share().clone();
        double held = 0;
        while (held < COVERAGE && set.size() < MOST_MUSCLES) {
            int best = 0;
            for (int u = 1; u < left.length; u++) {
                best = left[u] > left[best] ? u : best;
            }
            held += effect.real() * left[best];
            left[best] = 0;
            for (int muscle : marks.members[best]) {
                set.add(muscle);
            }
        }
        return held < COVERAGE ? List.of() : List.copyOf(set);
    }

    /** Probability of each muscle to carry an effect, alone or with its other side. */
    private double[] carries(FoundEffect effect) {
        double[] carries = new double[muscles];
        for (int u = 0; u < effect.share().length; u++) {
            for (int muscle : marks.members[u]) {
                carries[muscle] += effect.real() * effect.share()[u];
            }
        }
        return carries;
    }

    private double[] inclusion(List<FoundEffect> effects) {
        double[] none = new double[muscles];
        Arrays.fill(none, 1);
        for (FoundEffect effect : effects) {
            double[] carries = carries(effect);
            for (int m = 0; m < muscles; m++) {
                none[m] *= 1 - carries[m];
            }
        }
        return Arrays.stream(none).map(each -> 1 - each).toArray();
    }

    private static double unexplained(double[] seen, double[] fitted) {
        double left = 0;
        double all = 0;
        for (int r = 0; r < seen.length; r++) {
            if (seen[r] > 0) {
                left += Math.max(0, seen[r] - fitted[r]);
                all += seen[r];
            }
        }
        return left / all;
    }

    private Place place(FoundEffect effect, List<Integer> set, List<ToldEvent> told, double[][] doses) {
        double purity = 1;
        for (int a = 0; a < set.size(); a++) {
            for (int b = 0; b < a; b++) {
                purity = Math.min(purity, patterns.likeness(set.get(a), set.get(b)));
            }
        }
        double[] carries = carries(effect);
        double coverage = 0;
        for (int u = 0; u < effect.share().length; u++) {
            boolean inside = true;
            for (int muscle : marks.members[u]) {
                inside &= set.contains(muscle);
            }
            coverage += inside ? effect.real() * effect.share()[u] : 0;
        }
        return new Place(
                set.stream()
                        .map(m -> new MuscleId(atlas.muscles().list().get(m).id()))
                        .toList(),
                set.stream().mapToDouble(m -> carries[m]).toArray(),
                coverage,
                purity,
                touchedBy(told, doses, set),
                Arrays.stream(effect.fit()).sum(),
                effect.deviation(),
                1,
                set.stream().mapToDouble(m -> ownPull[m]).toArray(),
                effect.fit(),
                Math.exp(Math.min(effect.bumps(), MOST_LOG_TIMES)));
    }

    /** Ids of the told events that touched one of these muscles, in the order told. */
    private static List<String> touchedBy(List<ToldEvent> told, double[][] doses, List<Integer> muscles) {
        return IntStream.range(0, told.size())
                .filter(e -> muscles.stream().anyMatch(m -> doses[e][m] >= TOUCHED))
                .mapToObj(e -> told.get(e).id())
                .toList();
    }
}
