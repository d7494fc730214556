package org.stillpoint.web.outcome;

import java.time.ZoneId;
import org.stillpoint.evidence.forecast.Forecast.Gaussian;
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

    /** The range that should hold 8 of 10 outcomes, within the scale. */
    static String range(Gaussian prediction) {
        return Words.number(Math.clamp(prediction.quantile(0.1), 0, 10)) + " to "
                + Words.number(Math.clamp(prediction.quantile(0.9), 0, 10));
    }
}
