package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.ClientOutcome;
import org.stillpoint.practice.outcome.PracticeNumbers;
import org.stillpoint.practice.outcome.PracticeNumbers.BeforeAndAfter;
import org.stillpoint.web.view.Words;

/** What a practice's numbers say, in words. */
final class PracticeWords {

    private PracticeWords() {}

    static String sentence(List<ClientOutcome> everybody) {
        List<ClientOutcome> begun =
                everybody.stream().filter(ClientOutcome::hasBegun).toList();
        if (begun.isEmpty()) {
            return "No session has been held yet, so nothing can be said of what came of them.";
        }
        return "Of %s, %d got clearly worse, %d clearly better, %d changed too little to matter, %d show no clear change, and for %d it is too early to tell. %d stopped checking in."
                .formatted(
                        Words.count(begun.size(), "client") + " with a session",
                        count(begun, Change.WORSE),
                        count(begun, Change.BETTER),
                        count(begun, Change.TOO_SMALL),
                        count(begun, Change.UNCLEAR),
                        count(begun, Change.NONE_TO_TELL),
                        begun.stream().filter(ClientOutcome::stopped).count());
    }

    private static long count(List<ClientOutcome> some, Change change) {
        return some.stream().filter(one -> one.said().change() == change).count();
    }

    static String title(Change change) {
        return switch (change) {
            case WORSE -> "Got worse";
            case BETTER -> "Got better";
            case TOO_SMALL -> "Changed too little to matter";
            case UNCLEAR -> "No clear change";
            case NONE_TO_TELL, OWN_VIEW -> "Too early to tell";
        };
    }

    static String pooled(Optional<Pooled> pooled) {
        if (pooled.isEmpty()) {
            return "With fewer than three clients whose diaries allow it, nothing can be said of all together.";
        }
        Pooled together = pooled.get();
        Pooled.Interval range = together.neverNarrower().interval();
        String average = "On average pain was %s afterwards (plausible: %s)."
                .formatted(change(together.estimate()), span(range));
        String next = together.predictions()
                .map(Pooled.Predictions::careful)
                .map(p -> " For the next client anything from %s would be no surprise.".formatted(span(p)))
                .orElse("");
        return average + next;
    }

    static String beforeAndAfter(BeforeAndAfter said) {
        return switch (said) {
            case BeforeAndAfter.TooFew(int clients) ->
                "Too few clients for a line through before and after: at least %d are needed, there are %d."
                        .formatted(PracticeNumbers.LEAST_FOR_LINE, clients);
            case BeforeAndAfter.AllAlike() ->
                "Everybody began with the same pain, so no line through before and after can be drawn.";
            case BeforeAndAfter.Line line ->
                ("Someone who began with the average pain of %s came to %s afterwards. Each point more at the start"
                                + " went with %s points more afterwards (plausible: %s to %s). Wherever this is below 1, those who"
                                + " begin worst fall most; regression to the mean does that without any treatment.")
                        .formatted(
                                Words.number(line.before()),
                                Words.number(line.after()),
                                minus(line.slope()),
                                minus(line.low()),
                                minus(line.high()));
        };
    }

    static String responders(PracticeNumbers.Responders said) {
        return said.of() == 0
                ? "Nobody's diary allows it to be said yet."
                : "%d of %d (%s) had at least 30 %% less pain afterwards."
                        .formatted(said.responded(), said.of(), Words.percent((double) said.responded() / said.of()));
    }

    static <K> List<PracticePage.Response> groups(List<PracticeNumbers.Group<K>> groups, Function<K, String> name) {
        return groups.stream()
                .map(group -> new PracticePage.Response(
                        name.apply(group.what()),
                        group.clients(),
                        signed(group.own()),
                        signed(group.shrunk()),
                        group.small()))
                .toList();
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value).replace("-", "−");
    }

    private static String change(double value) {
        String size = Words.number(Math.abs(value));
        return size + (size.equals("1") ? " point" : " points") + (value < 0 ? " lower" : " higher");
    }

    private static String span(Pooled.Interval interval) {
        return change(interval.low()) + " to " + change(interval.high());
    }

    private static String minus(double value) {
        return Words.number(value).replace("-", "−");
    }
}
