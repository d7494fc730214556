package org.stillpoint.web.outcome;

import java.time.ZoneId;
import java.util.Locale;
import org.stillpoint.evidence.forecast.Forecast.Gaussian;
import org.stillpoint.practice.outcome.Claim;
import org.stillpoint.practice.outcome.ClaimJson;
import org.stillpoint.practice.outcome.Forecast;
import org.stillpoint.web.view.Words;

/** What came of a forecast, in words. */
final class Came {

    private Came() {}

    static String words(Forecast forecast, ZoneId zone) {
        if (forecast.came().isEmpty()) {
            return "Open: it will be resolved on "
                    + Words.shortDay(forecast.claim().resolveOn(), zone) + ".";
        }
        ClaimJson.Outcome came = forecast.came().get();
        if (came.outcome().isEmpty()) {
            return "Void: " + (came.entries() == 0 ? "no entry" : "only " + Words.count(came.entries(), "check-in"))
                    + " in those seven days. It stays counted.";
        }
        double outcome = came.outcome().getAsDouble();
        return "%s on average of %s: %s the range%s."
                .formatted(
                        Words.number(outcome),
                        Words.count(came.entries(), "check-in"),
                        forecast.claim().model().covers(outcome) ? "within" : "outside",
                        forecast.claim().meaningful(outcome) ? ", and meaningfully lower than before" : "");
    }

    /** The forecast itself, as it was sealed. */
    static String wording(Claim claim) {
        return claim.worded().orElseGet(() -> {
            double[] range = Claim.range(claim.model());
            return String.format(
                    Locale.ROOT,
                    claim.likely()
                            ? "Mean pain in the seven days after the session will likely be between %.1f and %.1f; the"
                                    + " chance of at least %.0f points less than in the two weeks before is %.0f %%."
                            : "Forecast of mean pain in the seven days after the session: %.1f to %.1f (meant to hold"
                                    + " 8 times of 10); chance of at least %.0f points less than in the two weeks"
                                    + " before: %.0f %%.",
                    range[0],
                    range[1],
                    claim.threshold(),
                    100 * claim.chance());
        });
    }

    /** The range that should hold 8 of 10 outcomes, within the scale. */
    static String range(Gaussian prediction) {
        double[] range = Claim.range(prediction);
        return Words.number(range[0]) + " to " + Words.number(range[1]);
    }
}
