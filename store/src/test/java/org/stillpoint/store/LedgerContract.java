package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.ledger.Verification;

/** What every store of the ledger does, and what its database refuses. */
interface LedgerContract extends Practice {

    /** A connection of its own, past the program. */
    Connection connect() throws SQLException;

    /** What switches the append-only rules off: what only someone with the database file in hand can do. */
    List<String> switchRulesOff();

    private Draft claim(Client client) {
        Instant first = now().plus(Duration.ofDays(1));
        return Draft.ahead(EntryKind.CLAIM, client.id(), first, new PrivateText("{\"pain\":4.5}"));
    }

    private CheckIn checkIn(Client client, Instant at) {
        Score0To10 score = Score0To10.of(3);
        CheckIn checkIn = CheckIn.given(client.id(), Answers.of(score, score, score, score), at);
        store().checkIns().add(checkIn);
        return checkIn;
    }

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
    default void seal_aClaim_isReadBackWholeAndTheChainHolds() {
        Client client = addClient("Ann");
        Draft draft = claim(client);
        LedgerEntry sealed = store().ledger().seal(draft);
        LedgerEntry resolved = store().ledger().seal(Draft.resolution(sealed, new PrivateText("{\"came\":4}")));

        assertThat(sealed.number()).isEqualTo(1);
        assertThat(sealed.sealedAt()).isEqualTo(now().truncatedTo(ChronoUnit.MILLIS));
        assertThat(sealed.isOf(draft)).isTrue();
        assertThat(store().ledger().list(client.id())).containsExactly(sealed, resolved);
        assertThat(store().ledger().list()).containsExactly(sealed, resolved);
        assertThat(store().ledger().verify()).isEqualTo(new Verification(2, 0, resolved.hash(), Optional.empty()));
    }

    @Test
    default void seal_theSameTwice_isOne_andAnotherUnderItsIdIsRefused() {
        Client client = addClient("Ann");
        Draft draft = claim(client);
        LedgerEntry sealed = store().ledger().seal(draft);

        assertThat(store().ledger().seal(draft)).isEqualTo(sealed);
        Draft other = new Draft(
                draft.id(), client.id(), draft.kind(), Optional.empty(), draft.firstTarget(), new PrivateText("{}"));
        assertThatThrownBy(() -> store().ledger().seal(other)).isInstanceOf(AlreadyThere.class);
        assertThat(store().ledger().verify().entries()).isEqualTo(1);
    }

    @Test
    default void seal_aClaimWhoseTargetHasCome_isRefused() {
        Client client = addClient("Ann");
        Draft late = claim(client);
        clock().pass(Duration.ofDays(2));
        assertThatThrownBy(() -> store().ledger().seal(late)).isInstanceOf(Refused.class);

        Draft again = claim(client);
        checkIn(client, now().plus(Duration.ofDays(3))); // an entry of the target, by a device whose clock is ahead
        assertThatThrownBy(() -> store().ledger().seal(again)).isInstanceOf(Refused.class);
        assertThat(store().ledger().verify().entries()).isZero();
    }

    @Test
    default void seal_withTheClockSetBack_isRefused() {
        Client client = addClient("Ann");
        store().ledger().seal(claim(client));
        clock().pass(Duration.ofHours(-1));

        Draft back = claim(client);
        assertThatThrownBy(() -> store().ledger().seal(back)).isInstanceOf(Refused.class);
    }

    @Test
    default void resolve_twiceOrAnothersClaim_isRefused() {
        Client ann = addClient("Ann");
        LedgerEntry claim = store().ledger().seal(claim(ann));
        LedgerEntry resolution = store().ledger().seal(Draft.resolution(claim, PrivateText.NONE));

        Draft second = Draft.resolution(claim, new PrivateText("{}"));
        assertThatThrownBy(() -> store().ledger().seal(second)).isInstanceOf(AlreadyThere.class);
        Draft ofResolution = Draft.resolution(resolution, PrivateText.NONE);
        assertThatThrownBy(() -> store().ledger().seal(ofResolution)).isInstanceOf(NoSuchRecord.class);
        Draft anothers = claim(addClient("Bea")).about(claim);
        assertThatThrownBy(() -> store().ledger().seal(anothers)).isInstanceOf(NoSuchRecord.class);
        Draft ofNobody = Draft.ahead(EntryKind.GUESS, Id.random(), now().plusSeconds(60), PrivateText.NONE);
        assertThatThrownBy(() -> store().ledger().seal(ofNobody)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void erase_aClient_leavesTheChainWholeAndItsContentUnreadable() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        store().ledger().seal(claim(ann));
        LedgerEntry kept = store().ledger().seal(claim(bea));
        store().clients().erase(ann.id());

        assertThat(store().ledger().list(ann.id())).isEmpty();
        assertThat(store().ledger().list()).containsExactly(kept);
        assertThat(store().ledger().verify()).isEqualTo(new Verification(2, 1, kept.hash(), Optional.empty()));
        assertThat(store().ledger().seal(claim(bea)).number()).isEqualTo(3);
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
