package org.stillpoint.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.stillpoint.bench.PackagedProgram;
import org.stillpoint.bench.ServedPractice;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A large made-up practice as a process of its own, and browsers that ask for its pages, give check-ins and tap in sessions at a fixed
 * rate. The way in: {@code bench/load}.
 */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "A large practice under load: how long each kind of request takes from when it was due, and how"
                + " much memory the server holds.")
public final class Load implements Callable<Integer> {
    private static final double P99_MS = 50; // the product's own bound
    private static final double TAP_P99_MS = 10; // the same, of a practice that does nothing else

    /** Of half an hour; own choice, 2026: one every nine seconds. */
    private static final double TAPS_OF_A_SESSION = 200;

    @Option(names = "--clients", description = "In the practice; without it ${DEFAULT-VALUE}.")
    private int clients = 100_000;

    @Option(names = "--check-ins", description = "Of each client before; without it ${DEFAULT-VALUE}.")
    private int checkIns = 20;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "PostgreSQL: \"own\" for one that is started here, or its JDBC URL; without it SQLite.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--database-user")
    private String user = "postgres";

    @Option(names = "--rate", description = "Requests a second; without it ${DEFAULT-VALUE}.")
    private double rate = 500;

    @Option(names = "--minutes", description = "Without it ${DEFAULT-VALUE}.")
    private double minutes = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "MINUTES",
            description = "Before that and not counted, until the compiler has been through what is asked; without it"
                    + " ${DEFAULT-VALUE}.")
    private double warmUp = 2;

    @Option(names = "--only", description = "One kind and no other: ${COMPLETION-CANDIDATES}.")
    private Optional<RequestKind> only = Optional.empty();

    @Option(names = "--connections", description = "At most at once, below what one address may hold.")
    private int connections = 64;

    @Option(names = "--browsers", description = "In each somebody is signed in, and sessions go on.")
    private int browsers = 16;

    @Option(names = "--folder", description = "Is kept, and its practices are used again.")
    private Optional<Path> folder = Optional.empty();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path in = folder.isPresent() ? folder.get() : Files.createTempDirectory("load");
        if (database.isEmpty()) {
            return load("SQLite", List.of("--data", in.resolve("sqlite").toString()));
        }
        if (!database.get().equals("own")) {
            return load("PostgreSQL", postgres(in, database.get()));
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(in.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .start()) {
            return load("PostgreSQL", postgres(in, server.getJdbcUrl("postgres", "postgres")));
        }
    }

    private List<String> postgres(Path in, String url) {
        return List.of("--data", in.resolve("postgres-key").toString(), "--database", url, "--database-user", user);
    }

    private int load(String name, List<String> where) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (ServedPractice practice = ServedPractice.start(clients, checkIns, where);
                ForcedAnswer peer = ForcedAnswer.start(Path.of(where.get(1)))) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d clients, %,d check-ins; ready after %.0f s; %.0f requests a second, %d connections, %d browsers%n",
                    name,
                    clients,
                    (long) clients * checkIns,
                    (System.nanoTime() - began) / 1e9,
                    rate,
                    connections,
                    browsers);
            List<SignedInBrowser> open = new ArrayList<>();
            for (int number = 0; number < browsers; number++) {
                open.add(SignedInBrowser.at(practice.root()));
            }
            List<String> everybody = open.getFirst().everybody();
            for (SignedInBrowser browser : open) {
                browser.begin(everybody, sessions(), peer.root());
            }
            run(open, warmUp * 60, new Latencies(), new ConcurrentSkipListMap<>());
            System.out.printf(
                    Locale.ROOT,
                    "resident after the warm-up: %d MiB%n",
                    PackagedProgram.memory(practice.pid(), "VmRSS:"));
            Latencies latencies = new Latencies();
            Map<String, LongAdder> wrong = new ConcurrentSkipListMap<>();
            Thread memory = Thread.ofVirtual().start(() -> tellMemory(practice.pid(), latencies));
            long started = System.nanoTime();
            double server = processorSeconds(practice.pid());
            double own = processorSeconds(ProcessHandle.current().pid());
            run(open, minutes * 60, latencies, wrong);
            double seconds = (System.nanoTime() - started) / 1e9;
            memory.interrupt();
            System.out.printf(
                    Locale.ROOT,
                    "%nof a processor: %.2f the server, %.2f whoever asks%n",
                    (processorSeconds(practice.pid()) - server) / seconds,
                    (processorSeconds(ProcessHandle.current().pid()) - own) / seconds);
            int told = tell(latencies, wrong, seconds, practice.pid());
            for (SignedInBrowser browser : open) {
                browser.end();
            }
            return told;
        }
    }

    /** How many sessions go on in each browser: so many that none gets more taps than one does that is held. */
    private int sessions() {
        double taps = rate * 60 * (warmUp + minutes) * only.map(kind -> 100).orElse(RequestKind.TAP.percent()) / 100;
        return (int) Math.ceil(taps / (browsers * TAPS_OF_A_SESSION));
    }

    /** Between any two taps its peer is asked. */
    private RequestKind kind(long number) {
        return onlyTaps() && number % 2 == 1 ? RequestKind.PEER_OF_TAP : only.orElseGet(() -> RequestKind.of(number));
    }

    private boolean onlyTaps() {
        return only.equals(Optional.of(RequestKind.TAP));
    }

    private void run(List<SignedInBrowser> open, double seconds, Latencies latencies, Map<String, LongAdder> wrong) {
        double perSecond = onlyTaps() ? 2 * rate : rate;
        new OpenLoop(perSecond, connections)
                .run(
                        Math.round(perSecond * seconds),
                        number -> {
                            try {
                                open.get((int) (number / 2 % open.size())).send(kind(number), number);
                            } catch (IOException refused) {
                                wrong.computeIfAbsent(
                                                kind(number).title() + ": " + refused.getMessage(),
                                                first -> new LongAdder())
                                        .increment();
                                throw refused;
                            }
                        },
                        (number, nanoseconds, good) -> latencies.add(kind(number), nanoseconds, good));
    }

    private static void tellMemory(long pid, Latencies latencies) {
        for (int minute = 1; ; minute++) {
            try {
                Thread.sleep(60_000);
                System.out.printf(
                        Locale.ROOT,
                        "minute %d: resident %d MiB; so far %s%n",
                        minute,
                        PackagedProgram.memory(pid, "VmRSS:"),
                        latencies.all());
            } catch (InterruptedException | IOException over) {
                return;
            }
        }
    }

    private int tell(Latencies latencies, Map<String, LongAdder> wrong, double seconds, long pid) throws IOException {
        Latencies.LatencyRow all = latencies.all();
        System.out.printf("%n| request | count | errors | median | 99 %% | most |%n|---|---|---|---|---|---|%n");
        for (RequestKind kind : RequestKind.values()) {
            System.out.println(latencies.row(kind));
        }
        System.out.println(all);
        System.out.printf(
                Locale.ROOT,
                "%n%.0f answers a second; resident %d MiB, at most %d MiB%n",
                all.count() / seconds,
                PackagedProgram.memory(pid, "VmRSS:"),
                PackagedProgram.memory(pid, "VmHWM:"));
        wrong.forEach((what, often) -> System.out.printf(Locale.ROOT, "%,d times %s%n", often.sum(), what));
        boolean soonEnough = onlyTaps() ? latencies.row(RequestKind.TAP).p99() <= TAP_P99_MS : all.p99() <= P99_MS;
        return all.errors() == 0 && soonEnough ? 0 : 1;
    }

    /** What a process has used of processors since its start. */
    private static double processorSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(used -> used.toNanos() / 1e9)
                .orElse(Double.NaN);
    }
}
