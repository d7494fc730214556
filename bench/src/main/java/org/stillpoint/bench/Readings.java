package org.stillpoint.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.stillpoint.app.demo.LargePractice;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.consent.SpokenConsent;
import org.stillpoint.words.Speaker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the readings behind the pages cost in a large made-up practice, from the unit of work to the last value decrypted, one after
 * the other, on SQLite and on a PostgreSQL that it starts itself: median and 99 %.
 */
@Command(name = "readings", mixinStandardHelpOptions = true)
public final class Readings implements Callable<Integer> {
    private static final int WARM_UP = 500;
    private static final int MEASURED = 2_000;
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    @Option(names = "--clients")
    private int clients = 100_000;

    @Option(names = "--check-ins", description = "of each client")
    private int checkIns = 20;

    @Option(names = "--folder", description = "kept, and used again the next time; without it a new one")
    private Optional<Path> folder = Optional.empty();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Readings()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path in = folder.isPresent() ? Files.createDirectories(folder.get()) : Files.createTempDirectory("readings");
        System.out.printf(
                Locale.ROOT,
                "%,d clients, %,d check-ins; %d readings each%n%n| database | reading | median | 99 %% |%n|---|---|---|---|%n",
                clients,
                (long) clients * checkIns,
                MEASURED);
        measure("SQLite", new StoreSettings.Sqlite(in.resolve("sqlite")));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(in.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start()) {
            String address = server.getJdbcUrl("postgres", "postgres");
            measure(
                    "PostgreSQL",
                    new StoreSettings.Postgres(in.resolve("postgres-key"), address, "postgres", "any password"));
        }
        return 0;
    }

    private void measure(String database, StoreSettings settings) {
        try (Store store = Store.open(settings)) {
            UnitOfWork work = store.unitOfWork((actor, act, client) -> true);
            long started = System.nanoTime();
            new LargePractice(
                            work,
                            Clock.systemDefaultZone(),
                            LargePractice.OfEach.usual(checkIns),
                            new SpokenConsent(new Speaker(Locale.ENGLISH, ZoneId.systemDefault())))
                    .add(clients - store.clients().count());
            told(database + ": filled", started);
            started = System.nanoTime();
            List<Id<Client>> ids =
                    store.clients().search("a").stream().map(Client::id).toList();
            told(database + ": names known", started);
            bookAWeek(work, ids);
            SeeToday today = new SeeToday(work, Clock.systemDefaultZone());
            print(database, "Today", number -> today.by(SOMEBODY));
            print(database, "search", number -> today.find(SOMEBODY, typed(number)));
            print(database, "a client", number -> client(work, ids.get(number * 37 % ids.size())));
            therapist(database, store, "of 1 %", ids.subList(0, ids.size() / 100));
            therapist(database, store, "of half", ids.subList(ids.size() / 100, ids.size() / 2));
        }
    }

    /** Today and a search for somebody who treats some of the clients, and is let in to one in a thousand of them besides. */
    private void therapist(String database, Store store, String which, List<Id<Client>> own) {
        Account account =
                Account.added(new SignInName(Id.random().toString()), "{kind}hash", Role.THERAPIST, Instant.now());
        store.accounts().add(account);
        List<Id<Client>> others = store.clients().list().stream()
                .map(Client::id)
                .limit(clients / 1_000)
                .toList();
        store.unitOfWork((actor, act, client) -> true)
                .run(
                        SOMEBODY,
                        new Deed(Act.HAND_OVER_CLIENT, Id.random(), Optional.empty(), ""),
                        records -> {
                            others.forEach(client -> records.care().share(client, account.id()));
                            own.forEach(client -> records.care().handOver(client, account.id()));
                            return own.size();
                        },
                        records -> 0);
        Actor who = new Actor.Person(account.id(), account.role());
        SeeToday today = new SeeToday(store.unitOfWork(new Membership(store)), Clock.systemDefaultZone());
        print(database, "Today, a therapist " + which, number -> today.by(who));
        print(database, "search, a therapist " + which, number -> today.find(who, typed(number)));
    }

    /** Appointments of this week, six a day. */
    private static void bookAWeek(UnitOfWork work, List<Id<Client>> ids) {
        BookAppointment book = new BookAppointment(work, Clock.systemDefaultZone());
        for (int number = 0; number < 42; number++) {
            book.by(
                    SOMEBODY,
                    new BookAppointment.Command(
                            Id.random(),
                            ids.get(number),
                            LocalDate.now(Clock.systemDefaultZone()).plusDays(number % 7),
                            LocalTime.of(8 + number / 7, 0),
                            Appointment.USUAL,
                            1));
        }
    }

    private static void told(String what, long started) {
        System.err.printf(Locale.ROOT, "%s in %.1f s%n", what, (System.nanoTime() - started) / 1e9);
    }

    /** What the client's page shows. */
    private static int client(UnitOfWork work, Id<Client> id) {
        return work.read(SOMEBODY, Act.SEE_CLIENT, Optional.of(id), records -> {
            records.clients().get(id);
            return records.bodyMaps().list(id).size()
                    + records.history().list(id).size()
                    + records.sessions().list(id).size()
                    + records.checkIns().list(id).size();
        });
    }

    /** The beginnings of one or two names. */
    private static String typed(int number) {
        SplittableRandom random = new SplittableRandom(number);
        char first = (char) ('a' + random.nextInt(26));
        char last = (char) ('a' + random.nextInt(26));
        return first + (number % 2 == 0 ? "" : " " + last);
    }

    private static void print(String database, String reading, IntConsumer read) {
        for (int number = 0; number < WARM_UP; number++) {
            read.accept(number);
        }
        double[] milliseconds = new double[MEASURED];
        for (int number = 0; number < MEASURED; number++) {
            long started = System.nanoTime();
            read.accept(WARM_UP + number);
            milliseconds[number] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f ms | %.2f ms |%n",
                database,
                reading,
                milliseconds[MEASURED / 2],
                milliseconds[MEASURED * 99 / 100]);
    }
}
