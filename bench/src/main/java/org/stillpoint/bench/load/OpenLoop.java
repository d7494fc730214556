package org.stillpoint.bench.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at fixed instants, whatever became of those before. How long one took is counted from when it was due, so that a
 * server that stalls is not spared the requests that would have come meanwhile ("coordinated omission", Tene 2015, wrk2).
 */
final class OpenLoop {
    private static final double NANOSECONDS = 1e9;

    private final double perSecond;
    private final int connections;

    /**
     * @param perSecond requests
     * @param connections how many requests are under way at once; what is due beyond waits, and its waiting counts
     */
    OpenLoop(double perSecond, int connections) {
        if (!(perSecond > 0) || connections < 1) {
            throw new IllegalArgumentException(
                    perSecond + " requests a second on " + connections + " connections: both are to be above 0");
        }
        this.perSecond = perSecond;
        this.connections = connections;
    }

    /** One request, by its number, from 0: returns once its answer is there, and throws where that is not what it should be. */
    interface Sending {
        void send(long number) throws Exception;
    }

    /** What is told of each request once it is over, by several threads. */
    interface Measuring {
        /** @param nanoseconds from when it was due until its answer was there */
        void measured(long number, long nanoseconds, boolean good);
    }

    /** When a request is due, in nanoseconds after the first: by its number alone, so that no error adds up. */
    long due(long number) {
        return Math.round(number * (NANOSECONDS / perSecond));
    }

    /** Sends so many requests, and waits for the last answer. */
    void run(long requests, Sending sending, Measuring measuring) {
        Semaphore free = new Semaphore(connections, true);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (long next = 0; next < requests; next++) {
                long number = next;
                long due = start + due(number);
                awaitInstant(due);
                each.execute(() -> {
                    free.acquireUninterruptibly();
                    boolean good = false;
                    try {
                        sending.send(number);
                        good = true;
                    } catch (Exception wrong) {
                        // told as one that was not good
                    } finally {
                        free.release();
                        measuring.measured(number, System.nanoTime() - due, good);
                    }
                });
            }
        }
    }

    private static void awaitInstant(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
