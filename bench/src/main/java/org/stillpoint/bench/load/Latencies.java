package org.stillpoint.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long requests took, by kind and together, to three digits. Safe for several threads. */
final class Latencies {
    private static final int DIGITS = 3;
    private static final double MICROSECONDS_IN_MS = 1e3;

    /** What is counted of one kind. */
    private record CountedKind(Histogram microseconds, LongAdder errors) {}

    /** In the order of the kinds. */
    private final List<CountedKind> counted = Stream.generate(
                    () -> new CountedKind(new ConcurrentHistogram(DIGITS), new LongAdder()))
            .limit(RequestKind.values().length)
            .toList();

    private CountedKind of(RequestKind kind) {
        return counted.get(kind.ordinal());
    }

    /** One that went wrong counts with its time too: who got a refusal waited for it. */
    void add(RequestKind kind, long nanoseconds, boolean good) {
        of(kind).microseconds().recordValue(Math.max(0, nanoseconds / 1_000));
        if (!good) {
            of(kind).errors().increment();
        }
    }

    /**
     * A row of the table.
     *
     * @param count answers, and refusals among them
     * @param median ms, as the others
     */
    record LatencyRow(String title, long count, long errors, double median, double p99, double most) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %.1f ms | %.1f ms | %.0f ms |",
                    title,
                    count,
                    errors,
                    median,
                    p99,
                    most);
        }
    }

    LatencyRow row(RequestKind kind) {
        return row(kind.title(), of(kind).microseconds(), of(kind).errors().sum());
    }

    LatencyRow all() {
        Histogram all = new Histogram(DIGITS);
        counted.forEach(kind -> all.add(kind.microseconds()));
        return row(
                "all",
                all,
                counted.stream().mapToLong(kind -> kind.errors().sum()).sum());
    }

    private static LatencyRow row(String title, Histogram of, long errors) {
        return new LatencyRow(
                title,
                of.getTotalCount(),
                errors,
                of.getValueAtPercentile(50) / MICROSECONDS_IN_MS,
                of.getValueAtPercentile(99) / MICROSECONDS_IN_MS,
                of.getMaxValue() / MICROSECONDS_IN_MS);
    }
}
