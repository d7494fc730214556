package org.stillpoint.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.bench.load.Latencies.LatencyRow;

class OpenLoopTest {

    @Test
    void due_afterManyRequests_isWhereTheRateSays() {
        assertThat(new OpenLoop(500, 1).due(300_000)).isEqualTo(600_000_000_000L); // ten minutes
        assertThat(new OpenLoop(3, 1).due(9)).isEqualTo(3_000_000_000L); // thirds of a second do not add up to less
    }

    /** One stall of 200 ms at 100 a second on one connection: the 20 that were due meanwhile waited too, each less by 10 ms. */
    @Test
    void stall_isCountedWithAllThatWasDueMeanwhile() {
        long[] took = new long[30];
        new OpenLoop(100, 1)
                .run(
                        took.length,
                        number -> {
                            if (number == 0) {
                                Thread.sleep(200);
                            }
                        },
                        (number, nanoseconds, good) -> took[(int) number] = nanoseconds);

        for (int number = 0; number < 20; number++) {
            assertThat(took[number]).as("request " + number).isGreaterThanOrEqualTo((200 - 10L * number) * 1_000_000);
        }
    }

    @Test
    void connections_areNeverMoreThanThereAre() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        new OpenLoop(10_000, 3)
                .run(
                        60,
                        number -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.sleep(1);
                            now.decrementAndGet();
                        },
                        (number, nanoseconds, good) -> assertThat(good).isTrue());

        assertThat(most).hasValueBetween(1, 3);
    }

    @Test
    void latencies_ofKnownTimes_areTheirPercentiles() {
        Latencies latencies = new Latencies();
        for (int ms = 1; ms <= 100; ms++) {
            latencies.add(RequestKind.TAP, ms * 1_000_000L, ms != 100);
        }
        latencies.add(RequestKind.FILE, 500_000, true);

        LatencyRow taps = latencies.row(RequestKind.TAP);
        assertThat(taps.count()).isEqualTo(100);
        assertThat(taps.errors()).isEqualTo(1);
        assertThat(taps.median()).isCloseTo(50, within(0.05)); // three digits
        assertThat(taps.p99()).isCloseTo(99, within(0.1));
        assertThat(taps.most()).isCloseTo(100, within(0.1));
        assertThat(latencies.all().count()).isEqualTo(101);
        assertThat(latencies.all().errors()).isEqualTo(1);
    }

    /** 50,000 draws: the standard deviation of a share is at most 0.22 %. */
    @Test
    void kinds_ofManyRequests_areSharedAsSaid() {
        assertThat(Arrays.stream(RequestKind.values())
                        .mapToInt(RequestKind::percent)
                        .sum())
                .isEqualTo(100);
        long requests = 50_000;
        Map<RequestKind, Long> drawn = LongStream.range(0, requests)
                .mapToObj(RequestKind::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (RequestKind kind : RequestKind.values()) {
            assertThat(100.0 * drawn.getOrDefault(kind, 0L) / requests)
                    .as(kind.title())
                    .isCloseTo(kind.percent(), within(1.0));
        }
    }
}
