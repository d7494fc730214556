package org.stillpoint.web.health;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what was answered, and how soon; not what was asked for. Safe for several threads. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AnsweredRequests extends OncePerRequestFilter {

    /** Upper ends of the classes, in milliseconds: pages take some 10, signing in some 500. */
    static final List<Long> CLASSES = List.of(5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L);

    private static final int HUNDREDS = 6;
    private static final int A_HUNDRED = 100;

    private final AtomicLongArray byStatus = new AtomicLongArray(HUNDREDS);
    private final AtomicLongArray byTime = new AtomicLongArray(CLASSES.size() + 1);
    private final LongAdder nanoseconds = new LongAdder();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            count(response.getStatus(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    void count(int status, Duration took) {
        byStatus.incrementAndGet(Math.clamp(status / A_HUNDRED, 0, HUNDREDS - 1));
        int of = 0;
        while (of < CLASSES.size() && took.toMillis() >= CLASSES.get(of)) {
            of++;
        }
        byTime.incrementAndGet(of);
        nanoseconds.add(took.toNanos());
    }

    /** How many were answered with a status of this hundred. */
    long withStatus(int hundred) {
        return byStatus.get(hundred);
    }

    /** How many were answered within each of {@link #CLASSES}, and at last all: each holds those before it. */
    List<Long> within() {
        long[] sum = {0};
        return java.util.stream.IntStream.range(0, byTime.length())
                .mapToObj(each -> sum[0] += byTime.get(each))
                .toList();
    }

    double seconds() {
        return nanoseconds.sum() / 1e9;
    }
}
