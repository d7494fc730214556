package org.stillpoint.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stillpoint.app.StillpointCommand;
import org.stillpoint.record.Id;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Unavailable;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;
import org.stillpoint.store.CannotOpen;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One bit is flipped in a file of a killed practice: what is read afterwards, and whether it is said. */
@Command(
        name = "flips",
        mixinStandardHelpOptions = true,
        description =
                "Flips one bit in database, log, key or high-water mark of a killed practice, and reads everything.")
final class Flips implements Callable<Integer> {
    private static final List<String> FILES = List.of("stillpoint.db", "stillpoint.db-wal", "master.key", "high-water");

    /** What one flip led to. */
    enum Came {
        THE_SAME,
        REFUSED,
        ONE_CLIENT,
        MORE_CLIENTS,
        /** What is read is less or other, and nothing says so. */
        SILENT
    }

    @Option(names = "--times", description = "How often in each file; without it ${DEFAULT-VALUE}.")
    private int times = 20;

    private final SplittableRandom random = new SplittableRandom(20261128);

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("flips");
        Path data = folder.resolve("data");
        try (FaultedPractice practice =
                FaultedPractice.start(List.of("--data", data.toString())).signIn()) {
            String session = practice.startSession("Flipped");
            try (Tappers tappers = new Tappers(practice, session, 2)) {
                while (tappers.acknowledgedSoFar() < 60) {
                    Thread.sleep(20);
                }
            }
            practice.kill(); // the log holds what was tapped
        }
        Path whole = copy(data, folder.resolve("whole"));
        Map<Id<Client>, List<Object>> before = everything(whole).orElseThrow();
        System.out.printf("%d clients%n", before.size());
        System.out.println(
                "| file | flips | the same | refused in words | one client unreadable | more | silently other |");
        System.out.println("|---|---|---|---|---|---|---|");
        int silent = 0;
        for (String file : FILES) {
            Map<Came, Integer> came = new LinkedHashMap<>();
            for (int time = 0; time < times; time++) {
                Path flipped = copy(data, folder.resolve(file + time));
                flip(flipped.resolve(file));
                came.merge(judge(flipped, before), 1, Integer::sum);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d | %d |%n",
                    file,
                    times,
                    came.getOrDefault(Came.THE_SAME, 0),
                    came.getOrDefault(Came.REFUSED, 0),
                    came.getOrDefault(Came.ONE_CLIENT, 0),
                    came.getOrDefault(Came.MORE_CLIENTS, 0),
                    came.getOrDefault(Came.SILENT, 0));
            silent += came.getOrDefault(Came.SILENT, 0);
        }
        return silent == 0 ? 0 : 1;
    }

    private Came judge(Path flipped, Map<Id<Client>, List<Object>> before) throws IOException {
        var after = everything(flipped);
        if (after.isEmpty()) {
            return Came.REFUSED;
        }
        if (after.get().equals(before)) {
            return Came.THE_SAME;
        }
        if (verified(flipped)) {
            return Came.SILENT;
        }
        long others = before.entrySet().stream()
                .filter(each -> !each.getValue().equals(after.get().get(each.getKey())))
                .count();
        return others <= 1 ? Came.ONE_CLIENT : Came.MORE_CLIENTS;
    }

    /** Whether {@code stillpoint verify} finds nothing wrong. */
    private static boolean verified(Path data) {
        String[] words = {"verify", "--data", data.toString()};
        return StillpointCommand.commandLine(words)
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(words)
                == 0;
    }

    private void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = random.nextInt(bytes.length);
        for (int tries = 0;
                tries < 1_000 && bytes[at] == 0;
                tries++) { // much of a young database is empty, and says nothing
            at = random.nextInt(bytes.length);
        }
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    /** All that is kept of each client who can be read; empty where the record is refused in words. */
    private static Optional<Map<Id<Client>, List<Object>>> everything(Path data) {
        try (Store store = Store.open(new StoreSettings.Sqlite(data))) {
            Map<Id<Client>, List<Object>> all = new LinkedHashMap<>();
            for (Client client : store.clients().list()) {
                try {
                    all.put(client.id(), everything(store, client.id()));
                } catch (RecordException | Unavailable | Unreadable unreadable) {
                    all.remove(client.id());
                }
            }
            store.keeping().findLoss().ifPresent(loss -> all.put(Id.random(), List.of(loss)));
            return Optional.of(all);
        } catch (CannotOpen | Unavailable | Unreadable refused) {
            return Optional.empty();
        }
    }

    private static List<Object> everything(Store store, Id<Client> client) {
        List<Object> all = new ArrayList<>();
        all.add(store.clients().get(client));
        all.add(store.history().list(client));
        all.add(store.sessions().list(client));
        all.add(store.checkIns().list(client));
        all.add(store.bodyMaps().list(client));
        all.add(store.safetyChecks().list(client));
        all.add(store.examinations().list(client));
        all.add(store.corrections().list(client));
        return all;
    }
}
