package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.stillpoint.evidence.numeric.Sample;

/** One client's values over time, in order of time, with the day from which "afterwards" counts. */
public final class Diary {

    private final double[] days;
    private final double[] values;
    private final double start;
    private final Better better;
    private final int before;

    private Diary(double[] days, double[] values, double start, Better better) {
        this.days = days;
        this.values = values;
        this.start = start;
        this.better = better;
        this.before = (int) Arrays.stream(days).filter(day -> day < start).count();
    }

    /**
     * @param days time of each entry in days from any origin, finite; any order, repeats allowed
     * @param values the measure at those times, finite, same length
     * @param start first day of "afterwards": an entry at exactly this time counts as after
     * @throws IllegalArgumentException if the lengths differ or a number is not finite
     */
    public static Diary of(double[] days, double[] values, double start, Better better) {
        if (days.length != values.length) {
            throw new IllegalArgumentException(days.length + " times but " + values.length + " values");
        }
        if (!Double.isFinite(start) || !finite(days) || !finite(values)) {
            throw new IllegalArgumentException("times, values and start must be finite numbers");
        }
        int[] order = Sample.order(days);
        return new Diary(
                Arrays.stream(order).mapToDouble(i -> days[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                start,
                better);
    }

    /** Two phases one day apart from entry to entry, days 1 to n: the form of published single-case series. */
    public static Diary ofPhases(double[] before, double[] after, Better better) {
        int n = before.length + after.length;
        double[] days = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
        double[] values = Arrays.copyOf(before, n);
        System.arraycopy(after, 0, values, before.length, after.length);
        return new Diary(days, values, before.length + 1.0, better);
    }

    private static boolean finite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    public int size() {
        return days.length;
    }

    /** Number of entries before the start. */
    public int sizeBefore() {
        return before;
    }

    public int sizeAfter() {
        return days.length - before;
    }

    public double day(int i) {
        return days[i];
    }

    public double value(int i) {
        return values[i];
    }

    public double start() {
        return start;
    }

    public Better better() {
        return better;
    }

    public double[] days() {
        return days.clone();
    }

    public double[] values() {
        return values.clone();
    }

    public double[] valuesBefore() {
        return Arrays.copyOf(values, before);
    }

    public double[] valuesAfter() {
        return Arrays.copyOfRange(values, before, values.length);
    }

    /** Entries {@code from} (inclusive) to {@code to} (exclusive) with another start. */
    Diary window(int from, int to, double pretendedStart) {
        return new Diary(
                Arrays.copyOfRange(days, from, to), Arrays.copyOfRange(values, from, to), pretendedStart, better);
    }

    /** With {@code more} further entries before the first, spaced as the entries before the start are; values 0. */
    Diary withEarlier(int more) {
        double span = before > 1 ? days[before - 1] - days[0] : 0;
        double spacing = span > 0 ? span / (before - 1) : 1;
        double[] longer = new double[days.length + more];
        for (int i = 0; i < more; i++) {
            longer[i] = days[0] - (more - i) * spacing;
        }
        System.arraycopy(days, 0, longer, more, days.length);
        return new Diary(longer, new double[longer.length], start, better);
    }

    /** The same days with other values. */
    Diary withValues(double[] other) {
        return new Diary(days, other, start, better);
    }
}
