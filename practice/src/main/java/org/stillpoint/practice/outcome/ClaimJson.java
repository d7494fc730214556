package org.stillpoint.practice.outcome;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;
import org.stillpoint.record.PrivateText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How guesses, claims and what came of them are written into the ledger and read back. */
public final class ClaimJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Shares at which a forecast's quantiles are written out. */
    private static final double[] QUANTILES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

    private ClaimJson() {}

    /**
     * The practitioner's own guess.
     *
     * @param pain mean pain of the week after the session, 0 to 10
     * @param chance of a meaningful change, 0 to 1
     */
    public record Guess(double pain, double chance) {}

    /**
     * What came of a claim.
     *
     * @param entries how many entries fell into the target
     * @param outcome mean pain; empty where the claim is void
     */
    public record OutcomeJson(int entries, OptionalDouble outcome) {}

    static PrivateText write(Guess guess) {
        return text(MAPPER.createObjectNode().put("pain", guess.pain()).put("chance", guess.chance()));
    }

    static Guess guess(PrivateText text) {
        JsonNode node = MAPPER.readTree(text.value());
        return new Guess(
                node.required("pain").asDouble(), node.required("chance").asDouble());
    }

    static PrivateText write(OutcomeJson outcome) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("status", outcome.outcome().isPresent() ? "resolved" : "void")
                .put("entries", outcome.entries());
        outcome.outcome().ifPresent(value -> node.put("pain", value));
        return text(node);
    }

    static OutcomeJson outcome(PrivateText text) {
        JsonNode node = MAPPER.readTree(text.value());
        return new OutcomeJson(
                node.required("entries").asInt(),
                node.has("pain") ? OptionalDouble.of(node.required("pain").asDouble()) : OptionalDouble.empty());
    }

    static PrivateText write(Claim claim) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("outcome", "pain")
                .put("likely", claim.likely())
                .put("from", claim.from().toString())
                .put("to", claim.to().toString())
                .put("least_entries", claim.leastEntries())
                .put("missing_rule", Claim.MISSING_RULE)
                .put("resolve_on", claim.resolveOn().toString())
                .put("before", claim.before())
                .put("threshold", claim.threshold())
                .put("chance", claim.chance())
                .put("model_version", claim.modelVersion())
                .put("inputs_hash", claim.inputsHash());
        node.set("model", node(claim.model()));
        ObjectNode baselines = node.putObject("baselines");
        claim.baselines().forEach((name, prediction) -> baselines.set(name, node(prediction)));
        claim.worded().ifPresent(words -> node.put("wording", words));
        return text(node);
    }

    static Claim claim(PrivateText text) {
        JsonNode node = MAPPER.readTree(text.value());
        Map<String, Gaussian> baselines = new LinkedHashMap<>();
        node.required("baselines")
                .properties()
                .forEach(member -> baselines.put(member.getKey(), prediction(member.getValue())));
        return new Claim(
                node.has("wording") ? Optional.of(node.required("wording").asString()) : Optional.empty(),
                node.path("likely").asBoolean(false),
                Instant.parse(node.required("from").asString()),
                Instant.parse(node.required("to").asString()),
                node.required("least_entries").asInt(),
                Instant.parse(node.required("resolve_on").asString()),
                node.required("before").asDouble(),
                node.required("threshold").asDouble(),
                prediction(node.required("model")),
                node.required("chance").asDouble(),
                baselines,
                node.required("model_version").asString(),
                node.required("inputs_hash").asString());
    }

    private static ObjectNode node(Gaussian prediction) {
        ObjectNode node =
                MAPPER.createObjectNode().put("mean", prediction.mean()).put("sd", prediction.sd());
        ObjectNode quantiles = node.putObject("quantiles");
        for (double share : QUANTILES) {
            quantiles.put(String.valueOf(share), Math.round(prediction.quantile(share) * 1000) / 1000.0);
        }
        return node;
    }

    private static Gaussian prediction(JsonNode node) {
        return new Gaussian(
                node.required("mean").asDouble(), node.required("sd").asDouble());
    }

    private static PrivateText text(ObjectNode node) {
        return new PrivateText(MAPPER.writeValueAsString(node));
    }
}
