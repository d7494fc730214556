package org.stillpoint.practice.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.evidence.claim.Scored;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;
import org.stillpoint.record.Id;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;

/**
 * A sealed claim with what belongs to it.
 *
 * @param entry the claim's own entry
 * @param claim what it says
 * @param guess the practitioner's guess, sealed before it; empty where none was made
 * @param came what came; empty while it is open
 */
public record Forecast(
        LedgerEntry entry, Claim claim, Optional<ClaimJson.Guess> guess, Optional<ClaimJson.OutcomeJson> came) {

    /** Every claim among these entries, in the order they were sealed. */
    public static List<Forecast> among(List<LedgerEntry> entries) {
        Map<Id<LedgerEntry>, LedgerEntry> guesses = new HashMap<>();
        Map<Id<LedgerEntry>, LedgerEntry> resolutions = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (entry.kind() == EntryKind.GUESS) {
                guesses.put(entry.id(), entry);
            } else if (entry.kind() == EntryKind.RESOLUTION) {
                resolutions.put(entry.about().orElseThrow(), entry);
            }
        }
        List<Forecast> forecasts = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.kind() == EntryKind.CLAIM) {
                forecasts.add(new Forecast(
                        entry,
                        ClaimJson.claim(entry.content()),
                        entry.about()
                                .flatMap(id -> Optional.ofNullable(guesses.get(id)))
                                .map(guess -> ClaimJson.guess(guess.content())),
                        Optional.ofNullable(resolutions.get(entry.id()))
                                .map(resolution -> ClaimJson.outcome(resolution.content()))));
            }
        }
        return forecasts;
    }

    /**
     * One forecaster's forecast of mean pain in the target, 0 to 10.
     *
     * @param by name of the simple forecaster; empty for the model
     * @param mean as it was forecast; a line through small numbers may leave the scale
     * @param low with {@code high} the range that should hold 8 of 10 outcomes
     */
    public record Predicted(Optional<String> by, double mean, double low, double high) {
        private static Predicted of(Optional<String> by, Gaussian prediction) {
            double[] range = Claim.range(prediction);
            return new Predicted(by, prediction.mean(), range[0], range[1]);
        }

        /** The mean, within the scale. */
        public double middle() {
            return Math.clamp(mean, 0, 10);
        }
    }

    /** The model's own. */
    public Predicted model() {
        return Predicted.of(Optional.empty(), claim.model());
    }

    /** The simple forecasters', as they were sealed. */
    public List<Predicted> baselines() {
        return claim.baselines().entrySet().stream()
                .map(each -> Predicted.of(Optional.of(each.getKey()), each.getValue()))
                .toList();
    }

    /** Whether the model's range holds this outcome. */
    public boolean covers(double outcome) {
        return claim.model().covers(outcome);
    }

    public boolean isOpen() {
        return came.isEmpty();
    }

    public boolean isVoid() {
        return came.isPresent() && came.get().outcome().isEmpty();
    }

    boolean isDue(Instant now) {
        return isOpen() && !now.isBefore(claim.resolveOn());
    }

    /** With its outcome; empty while it is open, and where it is void. */
    public Optional<Scored> scored() {
        if (came.isEmpty() || came.get().outcome().isEmpty()) {
            return Optional.empty();
        }
        double outcome = came.get().outcome().getAsDouble();
        return Optional.of(new Scored(
                Objects.toString(entry.client()),
                claim.model(),
                claim.baselines(),
                guess.isPresent() ? OptionalDouble.of(guess.get().pain()) : OptionalDouble.empty(),
                claim.chance(),
                guess.isPresent() ? OptionalDouble.of(guess.get().chance()) : OptionalDouble.empty(),
                outcome,
                claim.meaningful(outcome)));
    }
}
