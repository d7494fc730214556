package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.LedgerContract;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.ledger.Verification;

/** What the database of the ledger refuses, and what is found of changes from outside. */
interface LedgerVaultContract extends StoredPractice, LedgerContract {

    /** A connection of its own, past the program. */
    Connection connect() throws SQLException;

    /** What switches the append-only rules off: what only someone with the database file in hand can do. */
    List<String> switchRulesOff();

    private void behindItsBack(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String off : switchRulesOff()) {
                statement.execute(off);
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void assertFault(long number, String words) {
        Verification found = store().ledger().verify();
        assertThat(found.holds()).isFalse();
        assertThat(found.fault().orElseThrow().number()).isEqualTo(number);
        assertThat(found.fault().orElseThrow().what()).contains(words);
    }

    @Test
    default void database_refusesEveryChangeAndEveryClaimTooYoung() throws SQLException {
        Client client = addClient("Ann");
        LedgerEntry first = store().ledger().seal(claim(client));
        long now = now().toEpochMilli();
        String insert = "insert into ledger (number, id, client_id, kind, sealed_at, first_target_at, content,"
                + " previous_hash, hash) select %s, '%s', client_id, 'CLAIM', %s, %s, content, '%s', '%s' from ledger";
        String other = "f".repeat(64);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String forbidden : List.of(
                    "update ledger set sealed_at = sealed_at - 1",
                    "delete from ledger",
                    insert.formatted(2, Id.random(), now + 10, now + 10, first.hash(), other), // too young
                    insert.formatted(2, Id.random(), now + 10, now, first.hash(), other), // too young
                    insert.formatted(2, Id.random(), now - 10, now + 10, first.hash(), other), // dated back
                    insert.formatted(3, Id.random(), now + 10, now + 20, first.hash(), other), // leaves a gap
                    insert.formatted(2, Id.random(), now + 10, now + 20, other, other))) { // off the chain
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(store().ledger().verify()).isEqualTo(new Verification(1, 0, first.hash(), Optional.empty()));
    }

    @Test
    default void verify_findsTheFirstEntryThatWasChangedFromOutside() throws SQLException {
        Client client = addClient("Ann");
        for (int i = 0; i < 4; i++) {
            store().ledger().seal(claim(client));
        }
        behindItsBack("update ledger set sealed_at = sealed_at - 1 where number = 3");
        assertFault(3, "changed");
        behindItsBack("update ledger set content = (select content from ledger where number = 4) where number = 2");
        assertFault(2, "changed");
    }

    @Test
    default void verify_findsRemovedEntries_inTheMiddleAndAtTheEnd() throws SQLException {
        Client client = addClient("Ann");
        for (int i = 0; i < 4; i++) {
            store().ledger().seal(claim(client));
        }
        behindItsBack("delete from ledger where number = 4");
        assertFault(4, "missing");
        behindItsBack("delete from ledger where number = 2");
        assertFault(2, "missing");
    }

    @Test
    default void verify_findsEntriesThatChangedPlaces() throws SQLException {
        Client client = addClient("Ann");
        for (int i = 0; i < 4; i++) {
            store().ledger().seal(claim(client));
        }
        behindItsBack(
                "update ledger set number = 99 where number = 2",
                "update ledger set number = 2 where number = 3",
                "update ledger set number = 3 where number = 99");
        assertFault(2, "does not carry the hash");
    }

    /** Whoever knows how the hash is made still lacks the keys. */
    @Test
    default void verify_findsAForgedEntryWithARightHash() throws SQLException {
        Client client = addClient("Ann");
        LedgerEntry only = store().ledger().seal(claim(client));
        LedgerRow forged = new LedgerRow(
                        1,
                        only.id().toString(),
                        client.id().toString(),
                        "CLAIM",
                        null,
                        only.sealedAt().minusSeconds(9).toEpochMilli(),
                        only.firstTarget().orElseThrow().toEpochMilli(),
                        contentOf(1),
                        Chain.NONE_BEFORE,
                        "")
                .hashed();
        behindItsBack("update ledger set sealed_at = " + forged.sealedAt() + ", hash = '" + forged.hash() + "'");
        assertFault(1, "does not open");
    }

    private byte[] contentOf(long number) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select content from ledger where number = " + number)) {
            rows.next();
            return rows.getBytes(1);
        }
    }
}
