package org.stillpoint.bench.practices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many made-up practices on one PostgreSQL that it starts itself: a database each, a schema each, or the rows of all together. The program's
 * own readings, acts and backups run on each. Ends with 1 where somebody got another practice's rows.
 */
@Command(name = "practices", mixinStandardHelpOptions = true)
public final class Practices implements Callable<Integer> {
    private static final int OF_A_CLIENT = 20;

    @Option(names = "--practices", split = ",")
    private List<Integer> practices = List.of(1_000, 100, 1);

    @Option(names = "--check-ins", description = "of all practices together, 20 of each client")
    private int checkIns = 2_000_000;

    @Option(names = "--ways", split = ",")
    private List<String> ways = List.of("database", "schema", "rows");

    @Option(names = "--opened", description = "practices, one after the other, by chance")
    private int opened = 20;

    @Option(names = "--each", description = "readings and check-ins of each practice that is opened")
    private int each = 50;

    @Option(names = "--seconds", description = "for which eight practices check in at once")
    private int seconds = 10;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Practices()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        boolean holds = true;
        for (int number : practices) {
            Path folder = Files.createTempDirectory("practices");
            int clients = Math.max(1, checkIns / number / OF_A_CLIENT);
            try (PracticeHost host = new PracticeHost(folder, clients, OF_A_CLIENT)) {
                System.out.printf("%n%s", PracticeFigures.HEAD);
                for (PracticeWay way : List.of(new DatabaseEach(host), new SchemaEach(host), new RowsTogether(host))) {
                    if (ways.contains(way.name())) {
                        holds &= measure(host, way, number);
                    }
                }
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        return holds ? 0 : 1;
    }

    private boolean measure(PracticeHost host, PracticeWay way, int number) throws Exception {
        long started = System.nanoTime();
        way.make(number);
        PracticeHost.told(way.name() + ": " + number + " practices copied", started);
        System.out.println(new PracticeFigures(host, way, number, opened, each, seconds).row());
        return number < 2 || attempts(host, way);
    }

    /** Practice 2 is open, so that there is something to be seen of it. */
    private static boolean attempts(PracticeHost host, PracticeWay way) throws IOException, SQLException {
        StoreSettings other =
                new StoreSettings.Postgres(host.folder(way.name(), 2), way.address(2), PracticeHost.role(2), "none");
        try (Store _ = Store.open(other, Clock.systemUTC())) {
            System.out.printf(
                    "%n| way | what practice 1 tries, to get at practice 2 | what came of it |%n|---|---|---|%n");
            return new Intruder(way).tries();
        }
    }
}
