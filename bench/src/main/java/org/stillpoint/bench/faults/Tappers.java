package org.stillpoint.bench.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Several browsers that tap without a pause; what is not acknowledged waits and is sent again, as the page's script does. */
final class Tappers implements AutoCloseable {
    private static final long AFTER_A_MISS = 50_000_000; // own choice, 2026: ns; the page's script waits longer

    private final String session;
    private final AtomicReference<List<FaultedPractice>> practices;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<UUID, Instant> sent = new ConcurrentHashMap<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<UUID> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unnamed = new AtomicInteger();
    private volatile boolean stopped;

    Tappers(FaultedPractice practice, String session, int howMany) {
        this(List.of(practice), session, howMany);
    }

    /** On several servers of one practice, in turn. */
    Tappers(List<FaultedPractice> practices, String session, int howMany) {
        this.session = session;
        this.practices = new AtomicReference<>(List.copyOf(practices));
        for (int number = 0; number < howMany; number++) {
            threads.add(Thread.ofVirtual().start(this::tap));
        }
    }

    private void tap() {
        while (!stopped) {
            UUID next = waiting.poll();
            UUID tap = next == null ? UUID.randomUUID() : next;
            if (!send(tap)) {
                waiting.add(tap);
                LockSupport.parkNanos(AFTER_A_MISS);
            }
        }
    }

    private boolean send(UUID tap) {
        Instant at = sent.computeIfAbsent(tap, first -> Instant.now());
        List<FaultedPractice> all = practices.get();
        FaultedPractice.WireAnswer answer =
                all.get(Math.floorMod(turn.getAndIncrement(), all.size())).tap(session, tap, at);
        if (answer.acknowledges(tap)) {
            acknowledged.add(tap);
            return true;
        }
        if (answer.status() >= 200 && answer.status() < 400) {
            unnamed.incrementAndGet(); // a good status that names nothing
        }
        return false;
    }

    /** Goes on with a practice that was started again. */
    void goOnWith(FaultedPractice again) {
        goOnWith(List.of(again));
    }

    void goOnWith(List<FaultedPractice> again) {
        practices.set(List.copyOf(again));
    }

    /** Path of the session. */
    String session() {
        return session;
    }

    int acknowledgedSoFar() {
        return acknowledged.size();
    }

    /** Stops tapping, and sends what still waits until all of it is acknowledged, or a minute has gone. */
    void finish() throws InterruptedException {
        close();
        long until = System.nanoTime() + 60_000_000_000L;
        for (UUID tap = waiting.poll(); tap != null && System.nanoTime() < until; tap = waiting.poll()) {
            if (!send(tap)) {
                waiting.add(tap);
                Thread.sleep(200);
            }
        }
    }

    /** What came of it, beside what is stored. */
    TapOutcome against(List<UUID> stored) {
        Set<UUID> kept = Set.copyOf(stored);
        int lost =
                (int) acknowledged.stream().filter(tap -> !kept.contains(tap)).count();
        int strange = (int) kept.stream().filter(tap -> !sent.containsKey(tap)).count();
        return new TapOutcome(
                acknowledged.size(), lost, stored.size() - kept.size() + strange, unnamed.get(), waiting.size());
    }

    /**
     * What came of all taps.
     *
     * @param lost acknowledged and not stored: told as saved that were not
     * @param doubled stored twice, or never sent
     * @param unnamed answered with a good status that names no mark: a page that asks for no more would say "saved"
     * @param waiting never acknowledged to the end
     */
    record TapOutcome(int acknowledged, int lost, int doubled, int unnamed, int waiting) {
        TapOutcome plus(TapOutcome other) {
            return new TapOutcome(
                    acknowledged + other.acknowledged,
                    lost + other.lost,
                    doubled + other.doubled,
                    unnamed + other.unnamed,
                    waiting + other.waiting);
        }

        boolean good() {
            return lost == 0 && doubled == 0 && unnamed == 0 && waiting == 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
