package org.stillpoint.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Processes are killed at random while three browsers tap; afterwards what was acknowledged is looked for in the record. */
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        description = "Kills processes at random while three browsers tap, and looks for what was acknowledged.")
final class Kills implements Callable<Integer> {
    /** How far it has come is told after so many; own choice, 2026. */
    private static final int TOLD_EVERY = 25;

    private static final int TAPPERS = 3;

    /** What is killed. */
    enum Struck {
        PROCESS,
        BACKEND,
        POSTMASTER,
        IMMEDIATE,
        MIXED
    }

    @Option(names = "--times", description = "How often; without it ${DEFAULT-VALUE}.")
    private int times = 20;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "PostgreSQL on this machine: \"own\" for one that is started here, or its JDBC URL.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--database-user")
    private String user = "postgres";

    @Option(names = "--fault", description = "${COMPLETION-CANDIDATES}; without it each that there is, in turn.")
    private Optional<Struck> fault = Optional.empty();

    private final SplittableRandom random = new SplittableRandom(20261128);

    @Override
    public Integer call() throws Exception {
        System.out.println("| database | killed | times | acknowledged | lost | doubled | told as saved that were not |"
                + " good status without a mark | never acknowledged |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        boolean good = true;
        Path folder = Files.createTempDirectory("faults");
        if (database.isEmpty()) {
            good = row("SQLite", Struck.PROCESS, folder, Optional.empty());
        } else {
            try (FaultedPostgres server = database.get().equals("own")
                    ? FaultedPostgres.start()
                    : FaultedPostgres.at(database.get(), user, password())) {
                for (Struck each : fault.map(List::of).orElse(List.of(Struck.values()))) {
                    good &= row("PostgreSQL", each, folder, Optional.of(server));
                }
            }
        }
        return good ? 0 : 1;
    }

    private static String password() {
        return Optional.ofNullable(System.getenv("STILLPOINT_DATABASE_PASSWORD"))
                .orElse("");
    }

    private boolean row(String name, Struck what, Path folder, Optional<FaultedPostgres> server) throws Exception {
        Tappers.TapOutcome came = run(what, folder, server);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %,d | %d | %d | %d | %d | %d |%n",
                name,
                what.name().toLowerCase(Locale.ROOT),
                times,
                came.acknowledged(),
                came.lost(),
                came.doubled(),
                came.lost(),
                came.unnamed(),
                came.waiting());
        return came.good();
    }

    private Tappers.TapOutcome run(Struck what, Path folder, Optional<FaultedPostgres> server) throws Exception {
        List<String> where = where(folder, server);
        FaultedPractice practice = FaultedPractice.start(where);
        try (Tappers tappers = new Tappers(practice, practice.signIn().startSession("Tapped On " + what), TAPPERS)) {
            for (int time = 0; time < times; time++) {
                int enough = tappers.acknowledgedSoFar() + 1 + random.nextInt(40);
                while (tappers.acknowledgedSoFar() < enough) {
                    Thread.sleep(random.nextInt(1, 30));
                }
                if (strike(what, practice, server)) {
                    practice = FaultedPractice.start(where).signedInAs(practice);
                    tappers.goOnWith(practice);
                }
                if ((time + 1) % TOLD_EVERY == 0) {
                    System.err.printf(
                            Locale.ROOT, "%d of %d, %,d acknowledged%n", time + 1, times, tappers.acknowledgedSoFar());
                }
            }
            tappers.finish();
            practice.close();
            return tappers.against(
                    stored(folder, server, Id.of(tappers.session().replace("/sessions/", ""))));
        } finally {
            practice.close();
        }
    }

    /** @return whether the program itself was killed */
    private boolean strike(Struck what, FaultedPractice practice, Optional<FaultedPostgres> server)
            throws IOException, InterruptedException, SQLException {
        Struck now = what == Struck.MIXED ? Struck.values()[random.nextInt(Struck.MIXED.ordinal())] : what;
        switch (now) {
            case PROCESS -> practice.kill();
            case BACKEND -> server.orElseThrow().killBackend();
            case POSTMASTER -> server.orElseThrow().killPostmaster();
            case IMMEDIATE -> server.orElseThrow().stopAtOnce();
            case MIXED -> throw new IllegalStateException("mixed is one of the others");
        }
        return now == Struck.PROCESS;
    }

    static List<String> where(Path folder, Optional<FaultedPostgres> server) {
        List<String> where =
                new ArrayList<>(List.of("--data", folder.resolve("data").toString()));
        server.ifPresent(
                postgres -> where.addAll(List.of("--database", postgres.url(), "--database-user", postgres.user())));
        return where;
    }

    /** The ids of the marks of a session, as they are stored. */
    static List<UUID> stored(Path folder, Optional<FaultedPostgres> server, Id<Session> session) {
        Path data = folder.resolve("data");
        StoreSettings settings = server.<StoreSettings>map(postgres ->
                        new StoreSettings.Postgres(data, postgres.url(), postgres.user(), postgres.password()))
                .orElseGet(() -> new StoreSettings.Sqlite(data));
        try (Store store = Store.openBeside(settings)) {
            Id<Client> client = store.sessions().findClient(session).orElseThrow();
            return store.sessions().get(client, session).marks().stream()
                    .map(mark -> mark.id().value())
                    .toList();
        }
    }
}
