package org.stillpoint.words;

import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.ClientOutcome;
import org.stillpoint.practice.outcome.PooledEffect;
import org.stillpoint.practice.outcome.PracticeNumbers;
import org.stillpoint.practice.outcome.PracticeNumbers.BeforeAndAfter;

/** What the people of a practice say together, and the labels of its forest plot. */
public enum TogetherWords implements Label {
    NO_SESSION_YET,
    TOO_FEW_TO_POOL,
    ALL_ALIKE,
    NOBODY_SAYS,
    TOGETHER,
    NEXT_CLIENT,
    CHANGE_OF_PAIN;

    record Everybody(int clients, long worse, long better, long tooSmall, long unclear, long early, long stopped)
            implements Message {}

    /** So many points lower or higher. */
    record Points(double size, boolean lower) implements Message {
        private static Points of(double change) {
            return new Points(Math.abs(change), change < 0);
        }
    }

    record Average(Points average, Points low, Points high) implements Message {}

    record AverageAndNext(Points average, Points low, Points high, Points nextLow, Points nextHigh)
            implements Message {}

    record TooFewForLine(int least, int clients) implements Message {}

    record LineThrough(double before, double after, Points slope, Points low, Points high) implements Message {}

    record Responded(long responded, int of, Share share) implements Message {}

    public static Message of(List<ClientOutcome> everybody) {
        List<ClientOutcome> begun =
                everybody.stream().filter(ClientOutcome::hasBegun).toList();
        return begun.isEmpty()
                ? NO_SESSION_YET
                : new Everybody(
                        begun.size(),
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

    public static Message pooled(Optional<PooledEffect> pooled) {
        if (pooled.isEmpty()) {
            return TOO_FEW_TO_POOL;
        }
        PooledEffect together = pooled.get();
        Points average = Points.of(together.estimate());
        Points low = Points.of(together.careful().low());
        Points high = Points.of(together.careful().high());
        return together.next()
                .<Message>map(
                        next -> new AverageAndNext(average, low, high, Points.of(next.low()), Points.of(next.high())))
                .orElse(new Average(average, low, high));
    }

    public static Message of(BeforeAndAfter said) {
        return switch (said) {
            case BeforeAndAfter.TooFewClients(int clients) ->
                new TooFewForLine(PracticeNumbers.LEAST_FOR_LINE, clients);
            case BeforeAndAfter.AllAlike() -> ALL_ALIKE;
            case BeforeAndAfter.RegressionLine line ->
                new LineThrough(
                        line.before(),
                        line.after(),
                        Points.of(line.slope()),
                        Points.of(line.low()),
                        Points.of(line.high()));
        };
    }

    public static Message of(PracticeNumbers.ResponderCount said) {
        return said.of() == 0
                ? NOBODY_SAYS
                : new Responded(said.responded(), said.of(), new Share((double) said.responded() / said.of()));
    }
}
