package org.stillpoint.evidence.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.stillpoint.evidence.forecast.Scores;
import org.stillpoint.evidence.ledger.Resolution.ResolvedClaim;
import org.stillpoint.evidence.ledger.Resolution.VoidClaim;

/**
 * How the forecasts have done so far. Open and void claims are always counted.
 *
 * @param open sealed, not yet due
 * @param voided without enough entries
 * @param resolved scored
 * @param coverage share of outcomes inside the 80 % intervals; NaN without resolved claims
 * @param bestBaseline name of the baseline with the lowest mean CRPS over all resolved claims
 * @param skill against that baseline, with a bootstrap interval by client
 * @param calibration probabilities of a meaningful change against what came
 * @param brier of those probabilities; NaN without resolved claims
 */
public record Standing(
        int open,
        int voided,
        int resolved,
        double coverage,
        Optional<String> bestBaseline,
        Optional<Scores.Skill> skill,
        List<Scores.Bin> calibration,
        double brier) {

    /** Resolved claims before the word "likely" may be used. */
    public static final int LEAST_RESOLVED = 30;

    /** Coverage of the 80 % intervals between which the word may be used. */
    public static final double LEAST_COVERAGE = 0.7;

    public static final double MOST_COVERAGE = 0.9;

    private static final int BINS = 5;

    /** Standing of a ledger: its claims and what became of those that are due. */
    public static Standing of(List<SealedClaim> claims, List<Resolution> resolutions) {
        List<ResolvedClaim> resolved = new ArrayList<>();
        int voided = 0;
        for (Resolution resolution : resolutions) {
            switch (resolution) {
                case ResolvedClaim r -> resolved.add(r);
                case VoidClaim v -> voided++;
            }
        }
        int open = claims.size() - resolutions.size();
        if (resolved.isEmpty()) {
            return new Standing(open, voided, 0, Double.NaN, Optional.empty(), Optional.empty(), List.of(), Double.NaN);
        }
        double covered = resolved.stream().filter(ResolvedClaim::covered).count() / (double) resolved.size();
        Optional<String> best = bestBaseline(resolved);
        double[] probabilities = resolved.stream()
                .mapToDouble(r -> r.claim().draft().meaningful())
                .toArray();
        boolean[] came = new boolean[resolved.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = resolved.get(i).meaningful();
        }
        return new Standing(
                open,
                voided,
                resolved.size(),
                covered,
                best,
                best.map(name -> skill(resolved, name)),
                Scores.calibration(probabilities, came, BINS),
                Scores.brier(probabilities, came));
    }

    /** Only baselines that forecast every resolved claim can be compared. */
    private static Optional<String> bestBaseline(List<ResolvedClaim> resolved) {
        TreeSet<String> names = new TreeSet<>(resolved.getFirst().baselineCrps().keySet());
        resolved.forEach(r -> names.retainAll(r.baselineCrps().keySet()));
        return names.stream()
                .min(Comparator.comparingDouble(name -> resolved.stream()
                        .mapToDouble(r -> r.baselineCrps().getOrDefault(name, Double.NaN))
                        .sum()));
    }

    private static Scores.Skill skill(List<ResolvedClaim> resolved, String baseline) {
        Map<String, Integer> people = new LinkedHashMap<>();
        int[] person = resolved.stream()
                .mapToInt(r -> people.computeIfAbsent(r.claim().draft().client(), c -> people.size()))
                .toArray();
        return Scores.skill(
                resolved.stream().mapToDouble(ResolvedClaim::crps).toArray(),
                resolved.stream()
                        .mapToDouble(r -> r.baselineCrps().getOrDefault(baseline, Double.NaN))
                        .toArray(),
                person);
    }

    /** Whether the word "likely" has been earned: enough claims, better than the best baseline, honest intervals. */
    public boolean mayLikelyBeSaid() {
        return resolved >= LEAST_RESOLVED
                && skill.map(s -> s.estimate() > 0).orElse(false)
                && coverage >= LEAST_COVERAGE
                && coverage <= MOST_COVERAGE;
    }

    /** Why the word is locked or not, as people read it. */
    public String words() {
        if (resolved < LEAST_RESOLVED) {
            return resolved + " of " + LEAST_RESOLVED
                    + " forecasts have come due; until then nothing is called likely.";
        }
        if (!skill.map(s -> s.estimate() > 0).orElse(false)) {
            return "The forecasts do no better than " + bestBaseline.orElse("a simple guess")
                    + ", so nothing is called likely.";
        }
        if (coverage < LEAST_COVERAGE || coverage > MOST_COVERAGE) {
            return "The 80 % intervals held " + Math.round(100 * coverage)
                    + " % of what came, so nothing is called likely.";
        }
        return "The forecasts do better than " + bestBaseline.orElseThrow()
                + " and their intervals hold what they say.";
    }
}
