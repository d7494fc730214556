package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.io.Serializable;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.trace.truth.Calibration;
import org.stillpoint.trace.truth.Calibration.CalibrationCell;

/** What was found in simulated lives, counted: of rounds that were counted apart the whole is their sum. */
public final class LivesTally implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Lives of one round, of which only the last has fewer. */
    public static final int AT_ONCE = 200;

    private static final int MOST_HELD = 5;
    private static final double NOISE = 1;

    private long lives;
    private long sets;
    private long right;
    private long answered;
    private double unexplained;

    /**
     * The lives of one round, which follow from the seed and the round's number alone.
     *
     * @param lives from 0; those of a parallel stream are worked on by all cores
     * @param progress told of each life
     */
    public static LivesTally ofRound(StandardBody body, long seed, long round, IntStream lives, LongConsumer progress) {
        CalibrationCell cell = Calibration.run(
                body.memory(),
                body.trace(),
                Calibration.SeenPain.POINTS,
                1 + (int) (round % MOST_HELD),
                NOISE,
                lives,
                seed + 104_729L * 7919L * round,
                progress);
        LivesTally tally = new LivesTally();
        tally.lives = cell.lives();
        tally.sets = cell.sets();
        tally.right = cell.right();
        tally.answered = cell.answered();
        tally.unexplained = cell.unexplained() * cell.lives();
        return tally;
    }

    /** What was counted elsewhere. */
    public LivesTally add(LivesTally other) {
        lives += other.lives;
        sets += other.sets;
        right += other.right;
        answered += other.answered;
        unexplained += other.unexplained;
        return this;
    }

    public long lives() {
        return lives;
    }

    /** The counts as every answer in JSON says them. */
    public JsonAnswer json() {
        return new JsonAnswer()
                .put("lives", lives)
                .put("withSet", (double) answered / lives)
                .put("sets", sets)
                .put("coverage", (double) right / sets)
                .put("unexplained", unexplained / lives);
    }

    /** The same as a sentence. */
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%.1f %% of the lives got at least one set; %.1f %% of %,d sets hold a muscle that truly holds a contraction; %.0f %% of the pain stays unexplained%n",
                100.0 * answered / lives,
                100.0 * right / Math.max(1, sets),
                sets,
                100 * unexplained / lives);
    }
}
