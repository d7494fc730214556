package org.stillpoint.evidence.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of a sealed claim. */
public sealed interface Resolution {

    SealedClaim claim();

    /**
     * Enough entries came: the claim is scored.
     *
     * @param mean mean of the entries that counted
     * @param entries how many
     * @param meaningful whether a meaningful change came
     * @param crps of the forecast
     * @param logScore of the forecast, nats; infinite where the outcome was called impossible
     * @param brier of the probability of a meaningful change
     * @param covered whether the 80 % interval held the mean
     * @param pit share of the forecast at or below the mean
     * @param baselineCrps of each baseline, by name
     * @param practitionerBrier of the practitioner's own probability; null where none was entered
     */
    record ResolvedClaim(
            SealedClaim claim,
            Instant resolvedAt,
            double mean,
            int entries,
            boolean meaningful,
            double crps,
            double logScore,
            double brier,
            boolean covered,
            double pit,
            Map<String, Double> baselineCrps,
            @Nullable Double practitionerBrier)
            implements Resolution {
        public ResolvedClaim {
            baselineCrps = Map.copyOf(baselineCrps);
        }
    }

    /** Too few entries came; void claims are always counted, never dropped. */
    record VoidClaim(SealedClaim claim, Instant resolvedAt, int entries) implements Resolution {}

    /**
     * Resolves a claim by its own rule.
     *
     * @param entries values by day of the claim's measure and client; those outside the target's days are not looked at
     * @param now when this is asked
     * @return empty while the last target day is not over: the claim is open
     */
    static Optional<Resolution> resolve(SealedClaim claim, Map<LocalDate, Double> entries, Instant now) {
        Target target = claim.draft().target();
        if (!now.atZone(java.time.ZoneOffset.UTC).toLocalDate().isAfter(target.to())) {
            return Optional.empty();
        }
        var counted = new TreeMap<>(entries)
                .subMap(target.from(), true, target.to(), true)
                .values();
        if (counted.size() < target.leastEntries()) {
            return Optional.of(new VoidClaim(claim, now, counted.size()));
        }
        double mean =
                counted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        Draft draft = claim.draft();
        boolean came = target.isMeaningful(mean);
        Map<String, Double> baselines = new TreeMap<>();
        draft.baselines().forEach((name, baseline) -> baselines.put(name, baseline.crps(mean)));
        Double own = draft.practitioner();
        return Optional.of(new ResolvedClaim(
                claim,
                now,
                mean,
                counted.size(),
                came,
                draft.forecast().crps(mean),
                draft.forecast().logScore(mean),
                square(draft.meaningful() - (came ? 1 : 0)),
                draft.forecast().covers(mean),
                draft.forecast().pit(mean),
                baselines,
                own == null ? null : square(own - (came ? 1 : 0))));
    }

    private static double square(double x) {
        return x * x;
    }
}
