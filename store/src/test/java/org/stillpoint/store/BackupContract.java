package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.AboutContract;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.store.Backup.CheckedBackup;
import org.stillpoint.store.RowStream.CountedRows;

/** What a backup of either database is held to. */
interface BackupContract extends StoredPractice {
    StoreSettings settings();

    /** A place for files of the test. */
    Path place();

    Connection raw() throws SQLException;

    /** Two clients, one with a session and a sealed guess, one erased, an account entry for each reading. */
    default Session fill() {
        Client ann = addClient("Ann");
        addTold(ann, Practice.carAccident("fear"));
        store().aboutClients().updateContact(new AboutPart<>(ann.id(), AboutContract.contact("030 1"), Version.FIRST));
        store().aboutClients()
                .updateBackground(
                        new AboutPart<>(ann.id(), AboutContract.background("my neck", List.of()), Version.FIRST));
        Session session = startSession(ann);
        mark(session, new Moment.Distress(Score0To10.of(4)));
        mark(session, Tap.memory(Id.random(), now(), new ProcessNote(new PrivateText("what was said"))));
        store().ledger()
                .seal(Draft.ahead(
                        EntryKind.GUESS,
                        ann.id(),
                        now().plus(Duration.ofDays(1)),
                        new PrivateText("{\"pain\":4,\"chance\":0.5}")));
        Client bea = addClient("Bea");
        store().clients().erase(bea.id());
        addClient("Cara");
        return session;
    }

    default CheckedBackup backUp() {
        return Backup.write(settings(), place().resolve("backups"), clock());
    }

    /** Every row of every table, by count and hash. */
    static Map<String, CountedRows> rows(Store store) {
        return store.database().read(transaction -> {
            try {
                return RowStream.write(transaction, java.io.OutputStream.nullOutputStream());
            } catch (IOException never) {
                throw new java.io.UncheckedIOException(never);
            }
        });
    }

    /** Settings of a folder that has this installation's key and nothing else. */
    default StoreSettings.Sqlite empty(String name) throws IOException {
        Path folder = Files.createDirectories(place().resolve(name));
        return new StoreSettings.Sqlite(folder, settings().key());
    }

    @Test
    default void write_besideTheRunningRecord_isFoundWholeAndRestoresRowByRow() throws IOException {
        Session session = fill();
        store().privateLinks()
                .add(new PrivateLink(
                        Id.random(),
                        session.client(),
                        LinkPurpose.CHECK_IN,
                        "0a".repeat(32),
                        Optional.empty(),
                        now(),
                        now().plusSeconds(9),
                        new LinkState.Unopened(),
                        Version.FIRST));
        CheckedBackup backup = backUp();

        assertThat(backup.checked().faults()).isEmpty();
        assertThat(backup.checked().clients()).isEqualTo(2);
        assertThat(backup.file().getFileName().toString())
                .startsWith("stillpoint-" + store().tag())
                .endsWith(Backup.ENDING);
        assertThat(Backup.verify(backup.file(), settings().key()).checked()).isEqualTo(backup.checked());

        StoreSettings elsewhere = empty("elsewhere");
        assertThat(Backup.restore(backup.file(), elsewhere).checked()).isEqualTo(backup.checked());
        Map<String, CountedRows> before = rows(store());
        try (Store restored = Store.open(elsewhere, clock())) {
            assertThat(rows(restored)).isEqualTo(before);
            assertThat(restored.sessions().get(session.client(), session.id())).isEqualTo(kept(session));
            assertThat(restored.clients().list()).isEqualTo(store().clients().list());
            assertThat(restored.aboutClients().background(session.client()))
                    .isEqualTo(store().aboutClients().background(session.client()));
            assertThat(restored.aboutClients().contact(session.client()).told())
                    .isEqualTo(AboutContract.contact("030 1"));
            assertThat(store().privateLinks().list(session.client())).hasSize(1);
            assertThat(restored.privateLinks().list(session.client()))
                    .as("an earlier state opens nothing")
                    .isEmpty();
        }
    }

    @Test
    default void write_ofARecordWithADamagedRow_doesNotCountAndSaysWhat() throws SQLException {
        Session session = fill();
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute("update trauma_event set version = version + 1");
        }

        CheckedBackup backup = backUp();
        assertThat(backup.checked().faults())
                .containsExactly("the history of the client " + session.client() + " cannot be read");
        assertThat(backup.file().getFileName().toString()).endsWith(".unsound");
        assertThat(Backup.check(settings()).faults()).isEqualTo(backup.checked().faults());
        assertThatThrownBy(() -> Backup.restore(backup.file(), empty("elsewhere")))
                .isInstanceOfSatisfying(
                        BadBackup.class, bad -> assertThat(bad.fault()).isEqualTo(BadBackup.BackupFault.UNSOUND));
        assertThat(place().resolve("elsewhere").resolve(Database.SQLITE_FILE)).doesNotExist();
    }

    @Test
    default void restore_ofSomebodyWhoWasErasedSince_erasesThemAgain() throws IOException {
        Session session = fill();
        CheckedBackup before = backUp();
        store().clients().erase(session.client());
        clock().pass(Duration.ofDays(1));
        backUp();

        StoreSettings elsewhere = empty("elsewhere");
        assertThat(Backup.restore(before.file(), elsewhere).checked().clients()).isEqualTo(1);
        try (Store restored = Store.open(elsewhere, clock())) {
            assertThat(restored.clients().find(session.client())).isEmpty();
            assertThat(restored.clients().list()).hasSize(1);
        }
    }

    /** An entry that was dated back is allowed by a correction, which refers to the entry before it. */
    @Test
    default void restore_ofARecordWhoseClockWasSetRight_isTheSameRowByRow() throws IOException {
        Session session = fill();
        clock().pass(Duration.ofDays(60));
        guess(session.client());
        clock().pass(Duration.ofDays(-60));
        store().keeping().trustClock();
        guess(session.client());

        StoreSettings elsewhere = empty("elsewhere");
        assertThat(Backup.restore(backUp().file(), elsewhere).checked().faults())
                .isEmpty();
        Map<String, CountedRows> before = rows(store());
        try (Store restored = Store.open(elsewhere, clock())) {
            assertThat(rows(restored)).isEqualTo(before);
            assertThat(restored.ledger().verify().holds()).isTrue();
        }
    }

    private void guess(Id<Client> client) {
        store().ledger()
                .seal(Draft.ahead(
                        EntryKind.GUESS,
                        client,
                        now().plus(Duration.ofDays(1)),
                        new PrivateText("{\"pain\":4,\"chance\":0.5}")));
    }

    @Test
    default void restore_whereARecordIs_isRefusedAndChangesNothing() {
        fill();
        CheckedBackup backup = backUp();
        Map<String, CountedRows> before = rows(store());
        store().close();
        assertThatThrownBy(() -> Backup.restore(backup.file(), settings()))
                .isInstanceOfSatisfying(
                        BadBackup.class, bad -> assertThat(bad.fault()).isEqualTo(BadBackup.BackupFault.RECORD_THERE));
        reopen();
        assertThat(rows(store())).isEqualTo(before);
    }
}
