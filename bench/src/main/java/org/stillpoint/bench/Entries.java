package org.stillpoint.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes the table of a large made-up practice, for {@code evidence practice} as a whole process: {@value #ENTRIES} entries of
 * {@value #CLIENTS} clients over {@value #DAYS} days each, pain in whole points that drifts from day to day and falls after the client's
 * start in some. The same table each time.
 */
public final class Entries {

    private static final int CLIENTS = 10_000;
    private static final int DAYS = 42;
    private static final int ENTRIES = 325_787;
    private static final int DAYS_BEFORE = 14;
    private static final long SEED = 20_261_128;

    /** Share of a day's departure from the mean that is left on the next. */
    private static final double DRIFT = 0.3;

    private static final double SCATTER = 1.7;

    private Entries() {}

    /** @param arguments the file to write */
    public static void main(String[] arguments) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int needed = ENTRIES;
        int slots = CLIENTS * DAYS;
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0]), StandardCharsets.UTF_8))) {
            out.println("client,date,pain,start");
            for (int client = 0; client < CLIENTS; client++) {
                LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
                double level = 3 + 4 * random.nextDouble();
                double fall = client % 3 == 0 ? 2 : 0;
                double off = 0;
                for (int day = 0; day < DAYS; day++) {
                    off = DRIFT * off + SCATTER * Math.sqrt(1 - DRIFT * DRIFT) * random.nextGaussian();
                    boolean kept = random.nextInt(slots--) < needed;
                    if (kept) {
                        needed--;
                        long pain = Math.round(level + off - (day < DAYS_BEFORE ? 0 : fall));
                        out.printf(
                                "C%05d,%s,%d,%s%n",
                                client, first.plusDays(day), Math.clamp(pain, 0, 10), first.plusDays(DAYS_BEFORE));
                    }
                }
            }
        }
    }
}
