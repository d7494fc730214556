package org.stillpoint.web.life;

import java.util.List;
import java.util.Locale;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.life.OwnParameters.Plausible;
import org.stillpoint.web.view.Words;

/** What is known of one person's parameters, in plain words: intervals and what they rest on, never a promise. */
final class OwnWords {

    private OwnWords() {}

    static List<String> of(OwnParameters.Known known) {
        Plausible release = known.release();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Lets go: %s to %s of what is held at a release, on average; from %s of this person and %d of others in the practice.",
                        Words.percent(release.low()),
                        Words.percent(release.high()),
                        Words.count(known.releases(), "release"),
                        known.othersReleases()),
                "Adapts: takes up " + times(known.adapts()) + " what the standard body does before it is felt.",
                "Hurts: what is felt hurts " + times(known.hurts()) + " as much as in the standard body.",
                (known.weeks() == 0
                                ? "No week with check-ins of this person yet"
                                : "From " + Words.count(known.weeks(), "week") + " with check-ins of this person")
                        + " and from " + Words.count(known.others(), "other")
                        + " in the practice. Each interval is meant to hold 9 times"
                        + " of 10, if the model is right, which nobody has shown. It promises nothing.");
    }

    private static String times(Plausible factor) {
        return String.format(Locale.ROOT, "%.1f to %.1f times", factor.low(), factor.high());
    }
}
