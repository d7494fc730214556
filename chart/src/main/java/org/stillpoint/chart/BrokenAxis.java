package org.stillpoint.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scale of days in two straight pieces: the years before a day in the narrower one, and all since then in the wider one, so that weeks
 * can be told apart beside a life. Between the two is a gap in which no day lies. Days are counted from 1 January 1970, with fractions.
 *
 * @param first the day at {@code start}
 * @param turn the day at which the second piece begins; where it is not after {@code first} there is one piece alone
 * @param last the day at {@code end}; after both
 */
public record BrokenAxis(double first, double turn, double last, double start, double end) {

    /** Own choice, 2026: a third of the width tells a life apart by years, and leaves the rest to the weeks. */
    private static final double YEARS = 0.34;

    /** Own choice, 2026: wide enough for the mark of the break. */
    private static final double GAP = 0.02;

    /** The fewest of which {@link DayTicks} finds one at least. */
    private static final int FEWEST = 3;

    /** @throws IllegalArgumentException if the last day is not after the others */
    public BrokenAxis {
        if (!(last > first && last > turn)) {
            throw new IllegalArgumentException("a scale of days from " + first + " by " + turn + " to " + last);
        }
    }

    /** A day that is written under the scale. */
    public record TimeTick(double at, String label) {}

    public boolean isBroken() {
        return turn > first;
    }

    /** Where the first piece ends; {@code start} where there is none. */
    public double gapStart() {
        return isBroken() ? start + YEARS * (end - start) : start;
    }

    /** Where the second piece begins. */
    public double gapEnd() {
        return isBroken() ? start + (YEARS + GAP) * (end - start) : start;
    }

    /** Where a day lies; at the ends where it lies outside. */
    public double at(double day) {
        return isBroken() && day < turn ? years().inside(day) : since().inside(day);
    }

    private Axis years() {
        return new Axis(first, turn, start, gapStart());
    }

    private Axis since() {
        return new Axis(isBroken() ? turn : first, last, gapEnd(), end);
    }

    /** Round days under both pieces, the earliest first: at most one more than {@code mostBefore}, and than {@code mostSince}. */
    public List<TimeTick> ticks(int mostBefore, int mostSince, Labels labels) {
        List<TimeTick> since = ticks(since(), mostSince, labels);
        if (!isBroken()) {
            return since;
        }
        return Stream.concat(ticks(years(), mostBefore, labels).stream(), since.stream())
                .toList();
    }

    private static List<TimeTick> ticks(Axis axis, int most, Labels labels) {
        return DayTicks.within(LocalDate.EPOCH, axis.low(), axis.high(), Math.max(FEWEST, most), labels).stream()
                .map(day -> new TimeTick(axis.at(day.at()), day.label()))
                .toList();
    }
}
