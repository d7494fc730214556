package org.stillpoint.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.stillpoint.record.Id;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Several servers of one practice on one PostgreSQL, of which one after the other is killed while browsers tap in turn on all of them. */
@Command(
        name = "servers",
        mixinStandardHelpOptions = true,
        description =
                "Kills one of several servers of one practice at random under load, and looks for what was acknowledged.")
final class Servers implements Callable<Integer> {
    private static final int TAPPERS = 3;

    @Option(names = "--times", description = "How often; without it ${DEFAULT-VALUE}.")
    private int times = 20;

    @Option(names = "--servers", description = "How many there are; without it ${DEFAULT-VALUE}.")
    private int servers = 2;

    private final SplittableRandom random = new SplittableRandom(20261130);

    @Override
    public Integer call() throws Exception {
        try (FaultedPostgres database = FaultedPostgres.start()) {
            Path folder = Files.createTempDirectory("faults");
            Tappers.TapOutcome came = run(folder, database);
            System.out.println("| servers | killed | acknowledged | lost | doubled | good status without a mark |"
                    + " never acknowledged |");
            System.out.println("|---|---|---|---|---|---|---|");
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %,d | %d | %d | %d | %d |%n",
                    Math.max(2, servers),
                    times,
                    came.acknowledged(),
                    came.lost(),
                    came.doubled(),
                    came.unnamed(),
                    came.waiting());
            return came.good() ? 0 : 1;
        }
    }

    private Tappers.TapOutcome run(Path folder, FaultedPostgres database) throws Exception {
        List<FaultedPractice> all = new ArrayList<>();
        try {
            all.add(FaultedPractice.start(where(folder, 0, database)));
            String session = all.getFirst().signIn().startSession("Tapped On All");
            while (all.size() < Math.max(2, servers)) {
                all.add(FaultedPractice.start(where(folder, all.size(), database))
                        .signedInAs(all.getFirst()));
            }
            try (Tappers tappers = new Tappers(all, session, TAPPERS)) {
                for (int time = 0; time < times; time++) {
                    int enough = tappers.acknowledgedSoFar() + 1 + random.nextInt(60);
                    while (tappers.acknowledgedSoFar() < enough) {
                        Thread.sleep(random.nextInt(1, 30));
                    }
                    int struck = random.nextInt(all.size());
                    all.get(struck).kill();
                    all.set(
                            struck,
                            FaultedPractice.start(where(folder, struck, database))
                                    .signedInAs(all.get((struck + 1) % all.size())));
                    tappers.goOnWith(all);
                }
                tappers.finish();
                return tappers.against(Kills.stored(
                        folder.resolve("0"), Optional.of(database), Id.of(session.replace("/sessions/", ""))));
            }
        } finally {
            for (FaultedPractice each : all) {
                each.close();
            }
        }
    }

    /** Each with a folder of its own, and a copy of the first one's key. */
    private static List<String> where(Path folder, int number, FaultedPostgres database) throws IOException {
        Path own = folder.resolve(String.valueOf(number));
        Path key = own.resolve("data/master.key");
        if (number > 0 && !Files.exists(key)) {
            Files.createDirectories(own.resolve("data"));
            Files.copy(folder.resolve("0/data/master.key"), key, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return Kills.where(own, Optional.of(database));
    }
}
