package org.stillpoint.evidence.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.forecast.Forecast;

/**
 * A claim before it is sealed.
 *
 * @param id of the claim
 * @param client whom it is about, an opaque id
 * @param target what is claimed
 * @param forecast predictive quantiles of the mean level in the target's days
 * @param meaningful probability of a meaningful change, 0 to 1
 * @param baselines the baselines' own forecasts by name (last value, mean change, regression to the mean, ...)
 * @param practitioner the practitioner's own probability of a meaningful change, entered unseen; null where none was
 * @param model version of the model that forecast
 * @param inputs SHA-256 of the inputs to the forecast, hexadecimal
 * @param sealedAt when it is sealed
 */
public record Draft(
        String id,
        String client,
        Target target,
        Forecast.Quantiles forecast,
        double meaningful,
        Map<String, Forecast.Gaussian> baselines,
        @Nullable Double practitioner,
        String model,
        String inputs,
        Instant sealedAt) {

    public Draft {
        baselines = Map.copyOf(baselines);
        if (!(meaningful >= 0 && meaningful <= 1)
                || practitioner != null && !(practitioner >= 0 && practitioner <= 1)) {
            throw new IllegalArgumentException(
                    "probabilities " + meaningful + " and " + practitioner + " must lie between 0 and 1");
        }
    }

    /**
     * The claim as text, one field a line, in fixed order and form: what its hash is taken of. Texts are quoted, so that no
     * two claims have one serialisation.
     */
    String canonical() {
        StringBuilder out = new StringBuilder("stillpoint-claim-1\n");
        line(out, "id", id);
        line(out, "client", client);
        line(out, "measure", target.measure());
        line(out, "wording", target.wording());
        line(out, "from", target.from().toString());
        line(out, "to", target.to().toString());
        line(out, "leastEntries", String.valueOf(target.leastEntries()));
        line(out, "better", target.better());
        line(out, "meaningfulPoints", Double.toString(target.meaningful()));
        line(out, "reference", Double.toString(target.reference()));
        for (int i = 0; i < forecast.levels().size(); i++) {
            line(
                    out,
                    "quantile",
                    forecast.levels().get(i) + " " + forecast.values().get(i));
        }
        line(out, "meaningful", Double.toString(meaningful));
        new TreeMap<>(baselines).forEach((name, b) -> line(out, "baseline " + name, b.mean() + " " + b.sd()));
        line(out, "practitioner", practitioner == null ? "none" : practitioner.toString());
        line(out, "model", model);
        line(out, "inputs", inputs);
        line(out, "sealedAt", sealedAt.toString());
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(quoted(name)).append('=').append(quoted(value)).append('\n');
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
