package org.stillpoint.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A progress bar on standard error, drawn at most ten times a second and only on a terminal. Safe to advance from several threads.
 *
 * <p>Java cannot tell whether standard error alone is a terminal, so the start script says it in the system property
 * {@value #TERMINAL}.
 */
public final class ProgressBar implements AutoCloseable {

    static final String TERMINAL = "stillpoint.terminal";

    private static final int CELLS = 30;
    private static final long BETWEEN_NANOS = 100_000_000L;

    private final String what;
    private final long total;
    private final PrintStream out;
    private final boolean shown;
    private final long start = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong drawnAt = new AtomicLong(start);

    private ProgressBar(String what, long total, PrintStream out, boolean shown) {
        this.what = what;
        this.total = Math.max(1, total);
        this.out = out;
        this.shown = shown;
    }

    /** A bar for {@code total} steps of {@code what}, a plural noun. */
    public static ProgressBar of(String what, long total) {
        return new ProgressBar(what, total, System.err, Boolean.getBoolean(TERMINAL));
    }

    static ProgressBar on(PrintStream out, String what, long total) {
        return new ProgressBar(what, total, out, true);
    }

    /** Says that {@code steps} more are done. */
    public void advance(long steps) {
        long now = done.addAndGet(steps);
        if (!shown) {
            return;
        }
        long time = System.nanoTime();
        long last = drawnAt.get();
        if (time - last >= BETWEEN_NANOS && drawnAt.compareAndSet(last, time)) {
            draw(now, time);
        }
    }

    /** How long it has taken so far, in seconds. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private synchronized void draw(long now, long time) {
        double share = Math.min(1.0, (double) now / total);
        int full = (int) Math.round(share * CELLS);
        double elapsed = (time - start) / 1e9;
        long left = share > 0 ? Math.round(elapsed / share - elapsed) : 0;
        out.printf(
                Locale.ROOT,
                "\r%s%s %3.0f %% of %,d %s, %d s left ",
                "█".repeat(full),
                "░".repeat(CELLS - full),
                100 * share,
                total,
                what,
                left);
        out.flush();
    }

    /** Clears the bar. */
    @Override
    public synchronized void close() {
        if (shown) {
            out.print("\r\u001B[2K");
            out.flush();
        }
    }
}
