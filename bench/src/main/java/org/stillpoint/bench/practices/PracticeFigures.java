package org.stillpoint.bench.practices;

import static org.stillpoint.bench.practices.PracticeHost.role;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Backup;
import org.stillpoint.store.NotKept;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/** What so many practices cost in one way, once they are made; a column of the table each. */
final class PracticeFigures {
    /** The columns of the table. */
    static final String HEAD = """
            | way | practices | on disk | rows of pg_class | one more | start | Today: median, 99 % | check-in: median, 99 % |\
             8 at once | backup of one (of all, at that rate) | migration of all (one waits) | idle connections (memory each, its own) |\
             helpers of the idle server | heap, threads of one open |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    /** Practices opened first, which are not counted: until then the compiler is at work. */
    private static final int WARM_UP = 3;

    private static final int AT_ONCE = 8;
    private static final int TIMES = 3; // what takes long
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    private final PracticeHost host;
    private final PracticeWay way;
    private final int practices;
    private final int opened;
    private final int each;
    private final int seconds;
    private final SplittableRandom random = new SplittableRandom(20_261_130);
    private final Clock clock = Clock.systemUTC();

    private final List<Double> starts = new ArrayList<>();
    private final List<Double> todays = new ArrayList<>();
    private final List<Double> checkIns = new ArrayList<>();
    private String idle = "";
    private String inOneProcess = "";

    /**
     * @param opened practices that are opened, one after the other, by chance
     * @param each readings of Today, and check-ins, of each practice that is opened
     * @param seconds for which some practices check in at once
     */
    PracticeFigures(PracticeHost host, PracticeWay way, int practices, int opened, int each, int seconds) {
        this.host = host;
        this.way = way;
        this.practices = practices;
        this.opened = opened;
        this.each = each;
        this.seconds = seconds;
    }

    /** A row of the table. */
    String row() throws Exception {
        String size = said("%,.0f MB | %,d", way.bytes(practices) / 1e6, way.catalogRows(practices));
        String more = oneMore();
        double helpers = host.helpers(Duration.ofSeconds(seconds));
        for (int nth = 0; nth < Math.min(WARM_UP, opened); nth++) {
            open(anyone());
        }
        starts.clear();
        todays.clear();
        checkIns.clear();
        for (int nth = 0; nth < opened; nth++) {
            open(anyone());
        }
        return said(
                "| %s | %,d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.1f %% | %s |",
                way.name(),
                practices,
                size,
                more,
                said("%.2f s", quantile(starts, 0.5)),
                spread(todays),
                spread(checkIns),
                atOnce(),
                backup(),
                migration(),
                idle,
                helpers * 100,
                inOneProcess);
    }

    private int anyone() {
        return random.nextInt(practices) + 1;
    }

    private Store open(String address, int number) throws IOException {
        return Store.open(
                new StoreSettings.Postgres(host.folder(way.name(), number), address, role(number), "none"), clock);
    }

    private String oneMore() throws SQLException {
        List<Double> took = new ArrayList<>();
        for (int nth = 1; nth <= Math.min(TIMES, opened); nth++) {
            long started = System.nanoTime();
            way.addEmpty(practices + nth);
            took.add(since(started));
        }
        return said("%.2f s", quantile(took, 0.5));
    }

    /** Opens one, reads and writes in it, and looks at what it holds of the server. */
    private void open(int number) throws IOException, SQLException {
        long started = System.nanoTime();
        try (Store store = open(way.address(number), number)) {
            starts.add(since(started));
            UnitOfWork work = store.unitOfWork((actor, act, client) -> true);
            SeeToday today = new SeeToday(work, clock);
            GiveCheckIn giving = new GiveCheckIn(work, clock);
            for (int nth = -5;
                    nth < each;
                    nth++) { // the first of each are not counted: statements are not prepared yet
                long asked = System.nanoTime();
                today.by(SOMEBODY);
                double read = since(asked);
                asked = System.nanoTime();
                give(giving, anyClient());
                double written = since(asked);
                if (nth >= 0) {
                    todays.add(read);
                    checkIns.add(written);
                }
            }
            idle = held(number);
        }
    }

    private Id<Client> anyClient() {
        return host.clients().get(random.nextInt(host.clients().size()));
    }

    private void give(GiveCheckIn giving, Id<Client> client) {
        Score0To10 some = Score0To10.of(3);
        Answers answers = new Answers(
                some, some, some, some, Optional.of(some), Optional.of(some), Optional.empty(), PrivateText.NONE);
        if (!(giving.by(SOMEBODY, new GiveCheckIn.Command(Id.random(), client, answers)) instanceof Answer.Done)) {
            throw new IllegalStateException("a check-in was not kept");
        }
    }

    /** How many connections a practice holds while nobody asks anything, and the memory of one, MiB, as Linux shares it out. */
    private String held(int number) throws SQLException, IOException {
        List<Long> backends =
                host.numbers("postgres", "select pid from pg_stat_activity where usename = '" + role(number) + "'");
        double shared = 0;
        double own = 0;
        for (long backend : backends) {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(backend), "smaps_rollup"))) {
                double mebibytes = line.startsWith("Pss") ? Long.parseLong(line.replaceAll("\\D", "")) / 1024.0 : 0;
                shared += line.startsWith("Pss:") ? mebibytes : 0;
                own += line.startsWith("Pss_Anon:") ? mebibytes : 0;
            }
        }
        return said("%d (%.1f, %.1f MiB)", backends.size(), shared / backends.size(), own / backends.size());
    }

    /** Check-ins a second of some practices at once, each by one who gives the next as soon as the last is kept; and what was refused. */
    private String atOnce() throws Exception {
        List<Store> stores = new ArrayList<>();
        List<Future<?>> under = new ArrayList<>();
        LongAdder kept = new LongAdder();
        LongAdder refused = new LongAdder();
        try (ExecutorService givers =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            long heap = heap();
            int before = threads();
            for (int number = 1; number <= Math.min(AT_ONCE, practices); number++) {
                Store store = open(way.address(number), number);
                stores.add(store);
                new SeeToday(store.unitOfWork((actor, act, client) -> true), clock).find(SOMEBODY, "a");
            }
            inOneProcess = said(
                    "%.1f MiB, %d",
                    (heap() - heap) / 1_048_576.0 / stores.size(), (threads() - before) / stores.size());
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int nth = 0; nth < AT_ONCE; nth++) {
                Store store = stores.get(nth % stores.size());
                SplittableRandom own = random.split();
                under.add(givers.submit(() -> {
                    GiveCheckIn giving = new GiveCheckIn(store.unitOfWork((actor, act, client) -> true), clock);
                    while (System.nanoTime() < until) {
                        try {
                            give(
                                    giving,
                                    host.clients()
                                            .get(own.nextInt(host.clients().size())));
                            kept.increment();
                        } catch (NotKept waitedTooLong) {
                            refused.increment();
                        }
                    }
                }));
            }
            for (Future<?> one : under) {
                one.get();
            }
        } finally {
            stores.forEach(Store::close);
        }
        String rate = said("%.0f/s", kept.sum() / (double) seconds);
        return refused.sum() == 0 ? rate : said("%s, %d refused", rate, refused.sum());
    }

    /** Bytes in use once what is not needed any more is gone. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private String backup() throws Exception {
        List<Double> took = new ArrayList<>();
        long bytes = 0;
        for (int nth = 0; nth < Math.min(TIMES, opened); nth++) {
            int number = anyone();
            long started = System.nanoTime();
            Path folder = host.folder(way.name(), number);
            Backup.CheckedBackup written = Backup.write(
                    new StoreSettings.Postgres(folder, way.addressToBackUp(number), role(number), "none"),
                    folder.resolve("backups"),
                    clock);
            way.afterBackup(number);
            took.add(since(started));
            if (!written.checked().holds()) {
                throw new IllegalStateException(
                        "the backup does not hold: " + written.checked().faults());
            }
            bytes = Files.size(written.file());
            Files.delete(written.file());
        }
        double one = quantile(took, 0.5);
        return said("%.1f s, %.1f MB (%.1f h)", one, bytes / 1e6, one * practices / 3_600);
    }

    /** Each practice, or all of them together, waits while its own step is taken. */
    private String migration() throws SQLException {
        double longest = 0;
        long begun = System.nanoTime();
        for (PracticeWay.SchemaStep step : way.migration(practices)) {
            try (Connection connection = host.connection(step.database());
                    Statement statement = connection.createStatement()) {
                long started = System.nanoTime();
                statement.execute("begin; " + step.commands() + "; commit");
                longest = Math.max(longest, since(started));
            }
        }
        return said("%.1f s (%.2f s)", since(begun), longest);
    }

    private static double quantile(List<Double> values, double which) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * which)];
    }

    private static String spread(List<Double> seconds) {
        return said("%.1f, %.1f ms", quantile(seconds, 0.5) * 1_000, quantile(seconds, 0.99) * 1_000);
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static String said(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
