package org.stillpoint.cohort;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.practice.body.StandardBody;

/** Made-up exports of many practices, the same every time, one of them with a fifth of all: what the figures are worked out on. */
final class MadeUpExports {

    /** Two weeks before and four after, an entry on four days of five: as {@code FalseAlarmStudy} makes them up. */
    private static final int DAYS_BEFORE = 14;

    private static final int DAYS = 42;
    private static final double ADHERENCE = 0.8;
    private static final double DRIFT = 0.3;
    private static final double SD = 1.7;
    private static final double DROP = 2;

    private static final int LARGEST = 5;
    private static final int MOST_HELD = 5;
    private static final double TODAY = 55;
    private static final long SEED = 20261130L;

    private MadeUpExports() {}

    /** A table of diaries for each practice; in a third of them pain drops by two points. */
    static void diaries(Path folder, int practices, int diaries) throws IOException {
        for (int practice = 0; practice < practices; practice++) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("practice-" + practice + ".csv"))) {
                out.write("person,day,pain,start\n");
                for (int person = 0; person < share(practice, practices, diaries); person++) {
                    diary(out, person, new SplittableRandom(SEED + practice * 1_000_003L + person));
                }
            }
        }
    }

    private static void diary(BufferedWriter out, int person, SplittableRandom random) throws IOException {
        double state = random.nextGaussian();
        boolean helped = random.nextInt(3) == 0;
        for (int day = 0; day < DAYS; day++) {
            state = DRIFT * state + Math.sqrt(1 - DRIFT * DRIFT) * random.nextGaussian();
            double value = 5 - (helped && day >= DAYS_BEFORE ? DROP : 0) + SD * state;
            if (random.nextDouble() < ADHERENCE) {
                out.write("p" + person + "," + day + "," + (int) Math.clamp(Math.rint(value), 0, 10) + "," + DAYS_BEFORE
                        + "\n");
            }
        }
    }

    /** A table of maps for each practice: of lives with one to five held contractions, in whole points. */
    static void maps(Path folder, int practices, int maps, StandardBody body) throws IOException {
        List<String> header = new ArrayList<>(List.of("id"));
        body.atlas().regions().list().stream().map(PainRegion::code).forEach(header::add);
        for (int practice = 0; practice < practices; practice++) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("practice-" + practice + ".csv"))) {
                out.write(String.join(",", header) + "\n");
                for (int map = 0; map < share(practice, practices, maps); map++) {
                    StringBuilder row = new StringBuilder("m").append(map);
                    for (double pain : pain(body, new SplittableRandom(SEED + practice * 1_000_003L + map))) {
                        row.append(',').append((int) Math.clamp(Math.rint(pain), 0, 10));
                    }
                    out.write(row.append('\n').toString());
                }
            }
        }
    }

    private static double[] pain(StandardBody body, SplittableRandom random) {
        int muscles = body.atlas().muscles().size();
        List<LifeEvent> events = new ArrayList<>();
        for (int held = 0; held <= random.nextInt(MOST_HELD); held++) {
            double[] doses = new double[muscles];
            doses[random.nextInt(muscles)] = 1;
            events.add(new LifeEvent.Strike(
                    5 + 45 * random.nextDouble(),
                    doses,
                    0.5 + 0.5 * random.nextDouble(),
                    0.5 + 0.5 * random.nextDouble()));
        }
        events.sort(java.util.Comparator.comparingDouble(LifeEvent::age));
        double[] pain =
                body.memory().at(LifeParameters.standard(), events, TODAY).pain();
        for (int r = 0; r < pain.length; r++) {
            pain[r] += random.nextGaussian();
        }
        return pain;
    }

    /** The first practice has a fifth of all, the others share the rest. */
    private static int share(int practice, int practices, int all) {
        int first = practices == 1 ? all : all / LARGEST;
        return practice == 0
                ? first
                : (int) ((long) (all - first) * practice / (practices - 1)
                        - (long) (all - first) * (practice - 1) / (practices - 1));
    }
}
