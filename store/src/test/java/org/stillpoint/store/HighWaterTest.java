package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.keeping.Keeping.Loss;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;

/** A record that became shorter says so, and a log holds seconds. */
class HighWaterTest implements StoredPractice {
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);

    @RegisterExtension
    private final SqliteExtension record = new SqliteExtension();

    @Override
    public Store store() {
        return record.store();
    }

    @Override
    public TestClock clock() {
        return record.clock();
    }

    @Override
    public void reopen() {
        record.reopen();
    }

    private Mark tap(Session session) {
        Mark mark = new Mark(Id.random(), now(), now(), new Moment.Settled());
        work((actor, act, client) -> true)
                .run(
                        SOMEBODY,
                        new Deed(Act.TAP, mark.id(), Optional.of(session.client()), "tap " + mark.id()),
                        records -> {
                            records.sessions().append(session.client(), session.id(), mark, Optional.empty());
                            return mark;
                        },
                        records -> mark);
        return mark;
    }

    private Path copyWithLog(String name, double kept) throws IOException {
        Path live = record.settings().folder();
        Path copy = Files.createDirectory(live.resolveSibling(name));
        for (String file : List.of(MasterKey.FILE, Database.SQLITE_FILE, "high-water")) {
            Files.copy(live.resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        byte[] log = Files.readAllBytes(live.resolve(Database.SQLITE_FILE + "-wal"));
        Files.write(
                copy.resolve(Database.SQLITE_FILE + "-wal"), Arrays.copyOf(log, (int) Math.round(kept * log.length)));
        return copy;
    }

    private Optional<Loss> lossIn(Path folder) {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder), clock())) {
            return store.keeping().findLoss();
        }
    }

    @Test
    void open_afterTheLogWasCut_saysHowMuchIsMissingUntilItIsTakenAsItIs() throws IOException {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        for (int i = 0; i < 30; i++) {
            tap(session);
        }
        assertThat(lossIn(copyWithLog("whole", 1))).isEmpty();

        Path cut = copyWithLog("cut", 0.5);
        assertThat(lossIn(cut)).hasValueSatisfying(loss -> {
            assertThat(loss.had()).isEqualTo(30);
            assertThat(loss.has()).isLessThan(30);
        });
        assertThat(lossIn(cut)).as("at the next start too").isPresent();
        assertThat(Backup.check(new StoreSettings.Sqlite(cut)).faults())
                .anySatisfy(fault -> assertThat(fault).contains("shorter than it was"));
        Store.takeAsItIs(new StoreSettings.Sqlite(cut));
        assertThat(lossIn(cut)).isEmpty();
        assertThat(Backup.check(new StoreSettings.Sqlite(cut)).holds()).isTrue();
    }

    @Test
    void open_withAMarkOfWhichOnePlaceWasDamaged_raisesNoAlarm() throws IOException {
        Session session = startSession(addClient("Ann"));
        tap(session);
        tap(session);
        Path copy = copyWithLog("flipped", 1);
        byte[] mark = Files.readAllBytes(copy.resolve("high-water"));
        mark[40] ^= 1;
        Files.write(copy.resolve("high-water"), mark);
        assertThat(lossIn(copy)).isEmpty();
    }

    @Test
    void check_afterMarksWereDeletedFromOutside_saysOfWhom() throws SQLException {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        tap(session);
        Mark last = tap(session);
        assertThat(Backup.check(record.settings()).faults()).isEmpty();
        try (Connection connection = record.raw();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from mark where id = '" + last.id() + "'");
        }
        assertThat(Backup.check(record.settings()).faults())
                .containsExactly("of the client " + ann.id() + " 1 marks are missing that the account tells of");
    }

    @Test
    void end_ofASession_emptiesTheLog() throws IOException, InterruptedException {
        Session session = startSession(addClient("Ann"));
        tap(session);
        Path log = record.settings().folder().resolve(Database.SQLITE_FILE + "-wal");
        assertThat(Files.size(log)).isPositive();
        clock().pass(Duration.ofMinutes(20));
        end(session);
        for (int wait = 0; wait < 100 && Files.size(log) > 0; wait++) {
            Thread.sleep(20);
        }
        assertThat(Files.size(log)).isZero();
    }
}
