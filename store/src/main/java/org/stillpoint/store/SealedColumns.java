package org.stillpoint.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/** Which columns are encrypted, with whose key, and what each ciphertext is bound to: rows are opened and closed by it. */
final class SealedColumns {

    /** What comes out when it is opened. */
    enum ColumnKind {
        JSON,
        TEXT,
        /** A key: bytes. */
        KEY
    }

    /** The columns of a row that stand in the clear. */
    interface ClearCells {
        <T> @Nullable T find(Field<T> column);

        default <T> T get(Field<T> column) {
            return Objects.requireNonNull(find(column), column::getName);
        }
    }

    /** Opens and closes one ciphertext of a row. */
    interface ColumnSeal {
        byte[] open(DSLContext transaction, ClearCells row, byte[] sealed);

        byte[] close(DSLContext transaction, ClearCells row, byte[] plain);
    }

    /** An encrypted column. */
    record SealedColumn(Field<byte[]> column, ColumnKind inside, ColumnSeal seal) {}

    private final Keys keys;
    private final Map<String, List<SealedColumn>> columns = new HashMap<>();

    SealedColumns(Keys keys) {
        this.keys = keys;
        ofThePractice(
                Tables.ACCOUNT,
                row -> StoredAccounts.place(row.get(Tables.ID), row.get(Tables.VERSION), row.get(Tables.IS_OWNER)));
        add(Tables.ACCOUNT, new SealedColumn(Tables.SIGN_IN_NAME, ColumnKind.TEXT, ofNames()));
        ofThePractice(Tables.SECOND_FACTOR, row -> StoredFactors.place(row.get(Tables.ACCOUNT_ID), version(row)));
        ofThePractice(
                Tables.PASSKEY,
                row -> StoredPasskeys.place(
                        row.get(Tables.ID), version(row), row.get(Tables.ACCOUNT_ID), row.get(Tables.CREDENTIAL_ID)));
        ofThePractice(
                Tables.SESSION_HABITS, row -> StoredHabits.place(Id.of(row.get(Tables.ACCOUNT_ID)), version(row)));
        ofThePractice(
                Tables.CALENDAR_ELSEWHERE,
                row -> StoredCalendarsElsewhere.place(Id.of(row.get(Tables.ACCOUNT_ID)), version(row)));
        ofThePractice(Tables.INVITATION, row -> StoredInvitations.place(row.get(Tables.ID), row.get(Tables.LINK_HASH)));
        ofThePractice(
                Tables.CARE,
                row -> StoredCare.place(
                        row.get(Tables.CLIENT_ID),
                        row.get(Tables.ACCOUNT_ID),
                        row.get(Tables.BOND),
                        row.find(Tables.UNTIL_AT)));
        List.of(Tables.ADDRESS_ENTRY, Tables.IMPORTED_QUESTIONNAIRE)
                .forEach(table ->
                        ofThePractice(table, row -> PracticeShelf.place(table, id(row), row.get(Tables.VERSION))));
        ofThePractice(Tables.RETENTION_RULE, row -> StoredRetention.PLACE);
        ofThePractice(Tables.CONTACT_LIST, row -> StoredContacts.place(row.get(Tables.VERSION)));
        ofThePractice(
                Tables.PRACTICE_SETTING,
                row -> StoredSettings.place(row.get(Tables.SETTING_KIND), row.get(Tables.VERSION)));
        ofThePractice(Tables.DOOR_RULE, row -> StoredDoorRule.PLACE);
        ofThePractice(Tables.ADDED_STUDY, row -> StoredStudies.place(row.get(Tables.ID)));
        ofThePractice(Tables.LEDGER_HEAD, row -> Chain.place(Tables.LEDGER_HEAD));
        ofThePractice(Tables.AUDIT_HEAD, row -> Chain.place(Tables.AUDIT_HEAD));
        ofThePractice(Tables.CLOCK_MARK, row -> ClockMark.PLACE);
        add(Tables.CLOCK_CORRECTION, new SealedColumn(Tables.CONTENT, ColumnKind.JSON, ofCorrections()));
        add(Tables.CLIENT, new SealedColumn(Tables.WRAPPED_KEY, ColumnKind.KEY, ofKeys()));
        add(Tables.CLIENT, new SealedColumn(Tables.CONTENT, ColumnKind.JSON, ofClients()));
        add(
                Tables.SESSION,
                new SealedColumn(
                        Tables.CONTENT,
                        ColumnKind.JSON,
                        byClient(
                                (transaction, row) -> Id.of(row.get(Tables.CLIENT_ID)),
                                (client, row) -> StoredSessions.place(
                                        client, id(row), row.get(Tables.SAFETY_CHECK_ID), row::find))));
        add(
                Tables.MARK,
                new SealedColumn(
                        Tables.CONTENT,
                        ColumnKind.JSON,
                        byClient(
                                SealedColumns::ofSession,
                                (client, row) -> StoredSessions.markPlace(
                                        client,
                                        Id.of(row.get(Tables.SESSION_ID)),
                                        row.get(Tables.PLACE),
                                        row.get(Tables.ID),
                                        row.find(Tables.TURNS)))));
        add(
                Tables.PROCESS_NOTE,
                new SealedColumn(
                        Tables.CONTENT,
                        ColumnKind.JSON,
                        byClient(
                                SealedColumns::ofSession,
                                (client, row) -> StoredProcessNotes.place(
                                        client, Id.of(row.get(Tables.SESSION_ID)), row.get(Tables.MARK_ID)))));
    }

    /** A table whose rows a {@link Shelf} keeps. */
    <T> void shelved(RecordForm<T> form) {
        String table = form.table().getName();
        columns.put(
                table,
                List.of(new SealedColumn(
                        Tables.CONTENT,
                        ColumnKind.JSON,
                        byClient(
                                (transaction, row) -> Id.of(row.get(Tables.CLIENT_ID)),
                                (client, row) -> Seal.boundPlace(
                                        Seal.place(table, "content", client, row.get(Tables.ID)),
                                        row.get(Tables.VERSION),
                                        clear(form, row))))));
    }

    private static List<@Nullable Object> clear(RecordForm<?> form, ClearCells row) {
        List<@Nullable Object> clear = new ArrayList<>();
        form.clearColumns().forEach(column -> clear.add(row.find(column)));
        return clear;
    }

    private static Version version(ClearCells row) {
        return new Version(row.get(Tables.VERSION));
    }

    private static <T> Id<T> id(ClearCells row) {
        return Id.of(row.get(Tables.ID));
    }

    List<SealedColumn> of(String table) {
        return columns.getOrDefault(table, List.of());
    }

    Optional<SealedColumn> find(String table, String column) {
        return of(table).stream()
                .filter(each -> each.column().getName().equals(column))
                .findFirst();
    }

    private void add(Table<Record> table, SealedColumn column) {
        columns.computeIfAbsent(table.getName(), any -> new ArrayList<>()).add(column);
    }

    private void ofThePractice(Table<Record> table, Function<ClearCells, String> place) {
        ColumnKind inside =
                table == Tables.CARE ? ColumnKind.TEXT : ColumnKind.JSON; // that somebody is let in is all that it says
        add(table, new SealedColumn(Tables.CONTENT, inside, new ColumnSeal() {
            @Override
            public byte[] open(DSLContext transaction, ClearCells row, byte[] sealed) {
                return keys.ofInstallation().open(sealed, place.apply(row));
            }

            @Override
            public byte[] close(DSLContext transaction, ClearCells row, byte[] plain) {
                return keys.ofInstallation().close(plain, place.apply(row));
            }
        }));
    }

    /** Whose key it is. */
    private interface WhoseKey {
        Id<Client> of(DSLContext transaction, ClearCells row);
    }

    /** Where a ciphertext is bound to. */
    private interface BoundTo {
        String of(Id<Client> client, ClearCells row);
    }

    private ColumnSeal byClient(WhoseKey whose, BoundTo place) {
        return new ColumnSeal() {
            @Override
            public byte[] open(DSLContext transaction, ClearCells row, byte[] sealed) {
                Id<Client> client = whose.of(transaction, row);
                return keys.ofClient(transaction, client).open(sealed, place.of(client, row));
            }

            @Override
            public byte[] close(DSLContext transaction, ClearCells row, byte[] plain) {
                Id<Client> client = whose.of(transaction, row);
                return keys.ofClient(transaction, client).close(plain, place.of(client, row));
            }
        };
    }

    private static Id<Client> ofSession(DSLContext transaction, ClearCells row) {
        return Id.of(transaction
                .select(Tables.CLIENT_ID)
                .from(Tables.SESSION)
                .where(Tables.ID.eq(row.get(Tables.SESSION_ID)))
                .fetchSingle(session -> session.get(Tables.CLIENT_ID)));
    }

    /** With the key of the same row. */
    private ColumnSeal ofClients() {
        return new ColumnSeal() {
            @Override
            public byte[] open(DSLContext transaction, ClearCells row, byte[] sealed) {
                return seal(row).open(sealed, place(row));
            }

            @Override
            public byte[] close(DSLContext transaction, ClearCells row, byte[] plain) {
                return seal(row).close(plain, place(row));
            }

            private Seal seal(ClearCells row) {
                return keys.ofClient(id(row), row.get(Tables.WRAPPED_KEY));
            }

            private String place(ClearCells row) {
                return Seal.boundPlace(StoredClients.place(id(row)), row.get(Tables.VERSION), List.of());
            }
        };
    }

    private ColumnSeal ofKeys() {
        return new ColumnSeal() {
            @Override
            public byte[] open(DSLContext transaction, ClearCells row, byte[] sealed) {
                return keys.openClientKey(id(row), sealed);
            }

            @Override
            public byte[] close(DSLContext transaction, ClearCells row, byte[] plain) {
                return keys.wrapClientKey(id(row), plain);
            }
        };
    }

    private ColumnSeal ofNames() {
        return new ColumnSeal() {
            @Override
            public byte[] open(DSLContext transaction, ClearCells row, byte[] sealed) {
                return keys.openSignInName(sealed).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] close(DSLContext transaction, ClearCells row, byte[] plain) {
                return keys.signInName(new String(plain, StandardCharsets.UTF_8));
            }
        };
    }

    /** Bound to the entry of the ledger that it is about. */
    private ColumnSeal ofCorrections() {
        return new ColumnSeal() {
            @Override
            public byte[] open(DSLContext transaction, ClearCells row, byte[] sealed) {
                return keys.ofInstallation().open(sealed, place(transaction, row));
            }

            @Override
            public byte[] close(DSLContext transaction, ClearCells row, byte[] plain) {
                return keys.ofInstallation().close(plain, place(transaction, row));
            }

            private String place(DSLContext transaction, ClearCells row) {
                long number = row.get(Tables.LEDGER_NUMBER);
                return ClockMark.correctionPlace(
                        number,
                        transaction
                                .select(Tables.HASH)
                                .from(Tables.LEDGER)
                                .where(Tables.LEDGER_NUMBER.eq(number))
                                .fetchSingle(entry -> entry.get(Tables.HASH)));
            }
        };
    }
}
