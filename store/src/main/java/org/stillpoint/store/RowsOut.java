package org.stillpoint.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.whole.RowMembers;
import org.stillpoint.record.whole.WhoseRows;
import org.stillpoint.store.SealedColumns.ClearCells;
import org.stillpoint.store.SealedColumns.SealedColumn;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows in the clear, a line of JSON each. A forecast in the ledger stays as it was sealed, for the ledger's hashes are of that; what it
 * says stands beside it, for whoever reads the line.
 */
final class RowsOut {
    /** What is read beside a row and put nowhere. */
    static final String FOR_READING = "_";

    private static final int READ_AT_ONCE = 500; // own choice, 2026: some hundred kilobytes

    /** What is of one machine alone: keys, and the digests of forms that may be sent again. */
    private static final Set<String> STAYS = Set.of(Tables.INSTALLATION.getName(), Tables.DEED.getName());

    private static final Set<String> HELD_APART =
            Set.of(Tables.PROCESS_NOTE.getName(), Tables.NOTE_RELEASE.getName(), Tables.OWN_NOTE.getName());

    private final Store store;
    private final DSLContext transaction;
    private final SealedColumns sealed;

    RowsOut(Store store, DSLContext transaction, SealedColumns sealed) {
        this.store = store;
        this.transaction = transaction;
        this.sealed = sealed;
    }

    void write(WhoseRows whose, RowMembers into) throws IOException {
        Map<String, Condition> which =
                whose instanceof WhoseRows.OfOneClient one ? ofOneClient(one.client()) : Map.of();
        for (TableShape shape : TableShape.all(transaction)) {
            boolean wanted = !STAYS.contains(shape.name())
                    && (whose.heldApart() || !HELD_APART.contains(shape.name()))
                    && (whose instanceof WhoseRows.OfEverybody || which.containsKey(shape.name()));
            if (wanted) {
                Condition rows = which.getOrDefault(shape.name(), DSL.noCondition());
                Consumer<ObjectNode> leaving =
                        whose instanceof WhoseRows.OfOneClient ? ofThePractice(shape.name()) : row -> {};
                into.table(shape.name(), out -> write(shape, rows, leaving, out));
            }
        }
    }

    /** What is taken from a row of the practice's own that goes with one client. */
    private static Consumer<ObjectNode> ofThePractice(String table) {
        if (table.equals(Tables.ACCOUNT.getName())) {
            return StoredAccounts::keepTheName;
        }
        return table.equals(Tables.IMPORTED_QUESTIONNAIRE.getName())
                ? StoredImportedQuestionnaires::keepTheForm
                : row -> {};
    }

    private long write(TableShape shape, Condition which, Consumer<ObjectNode> leaving, OutputStream out)
            throws IOException {
        long rows = 0;
        try (Cursor<? extends Record> cursor = transaction
                .select(shape.columns())
                .from(shape.table())
                .where(which)
                .orderBy(order(shape))
                .fetchSize(READ_AT_ONCE)
                .fetchLazy()) {
            for (Record row : cursor) {
                ObjectNode json = json(shape, row);
                leaving.accept(json);
                out.write(Json.bytes(json));
                out.write('\n');
                rows++;
            }
        }
        return rows;
    }

    /** One client after another, so that each key is looked up once; alike on either database. */
    private List<OrderField<?>> order(TableShape shape) {
        List<OrderField<?>> order = new ArrayList<>();
        if (shape.columns().stream().anyMatch(column -> column.getName().equals(Tables.CLIENT_ID.getName()))
                && sealed.find(shape.name(), Tables.CONTENT.getName()).isPresent()) {
            order.add(alike(Tables.CLIENT_ID));
        } else if (Tables.OF_A_SESSION.stream()
                .anyMatch(table -> table.getName().equals(shape.name()))) {
            Field<String> client = DSL.field(DSL.select(Tables.CLIENT_ID)
                    .from(Tables.SESSION)
                    .where(DSL.field(DSL.name(Tables.SESSION.getName(), Tables.ID.getName()), String.class)
                            .eq(DSL.field(DSL.name(shape.name(), Tables.SESSION_ID.getName()), String.class))));
            order.add(alike(client));
            order.add(alike(Tables.SESSION_ID));
        }
        order.addAll(shape.order());
        return order;
    }

    private OrderField<?> alike(Field<String> text) {
        return transaction.dialect() == SQLDialect.POSTGRES ? text.collate("C").asc() : text.asc();
    }

    private ObjectNode json(TableShape shape, Record row) {
        ObjectNode json = Json.object();
        ClearCells beside = row::get;
        for (Field<?> column : shape.columns()) {
            put(json, shape.name(), column.getName(), row.get(column), beside);
        }
        if (shape.name().equals(Tables.LEDGER.getName())) {
            said(row).ifPresent(text -> json.set(FOR_READING + Tables.CONTENT.getName(), Json.parse(text)));
        }
        return json;
    }

    private void put(ObjectNode json, String table, String column, @Nullable Object value, ClearCells row) {
        switch (value) {
            case null -> json.putNull(column);
            case byte[] bytes -> {
                Optional<SealedColumn> kept = sealed.find(table, column);
                if (kept.isEmpty()) {
                    json.put(column, Base64.getEncoder().encodeToString(bytes));
                } else {
                    byte[] plain = kept.get().seal().open(transaction, row, bytes);
                    switch (kept.get().inside()) {
                        case JSON -> json.set(column, Json.parse(plain));
                        case TEXT -> json.put(column, new String(plain, StandardCharsets.UTF_8));
                        case KEY -> json.put(column, Base64.getEncoder().encodeToString(plain));
                    }
                }
            }
            case Float real -> json.put(column, real.doubleValue());
            case Double real -> json.put(column, real.doubleValue());
            case Number whole -> json.put(column, whole.longValue());
            case String text -> json.put(column, text);
            default -> throw new IllegalStateException("a column of a type that no row knows: " + value.getClass());
        }
    }

    /** What an entry of the ledger says, of whoever was not erased. */
    private Optional<byte[]> said(Record row) {
        LedgerRow entry = LedgerRow.of(row);
        try {
            return Optional.of(
                    store.keys().ofClient(transaction, entry.clientId()).open(entry.content(), entry.place()));
        } catch (NoSuchRecord | Unreadable erased) {
            return Optional.empty();
        }
    }

    /** Which rows of which tables are of one client, with those that they refer to. */
    private Map<String, Condition> ofOneClient(Id<Client> client) {
        store.clients().get(client);
        Condition own = Tables.CLIENT_ID.eq(client.toString());
        Select<Record1<String>> sessions =
                DSL.select(Tables.ID).from(Tables.SESSION).where(own);
        Map<String, Condition> which = new LinkedHashMap<>();
        which.put(Tables.CLIENT.getName(), Tables.ID.eq(client.toString()));
        Tables.OF_A_CLIENT.forEach(table -> which.put(table.getName(), own));
        Tables.OF_A_SESSION.forEach(table -> which.put(table.getName(), Tables.SESSION_ID.in(sessions)));
        List.of(Tables.OUTBOX, Tables.PRIVATE_LINK, Tables.SUPERVISION, Tables.EMERGENCY_UNTOLD)
                .forEach(table -> which.remove(table.getName())); // between the practice and others
        which.put(
                Tables.ADDRESS_ENTRY.getName(),
                Tables.ID.in(store.aboutClients().background(client).told().carers().stream()
                        .map(Id::toString)
                        .toList()));
        which.put(
                Tables.IMPORTED_QUESTIONNAIRE.getName(),
                Tables.ID.in(store.filledQuestionnaires().list(client).stream()
                        .flatMap(filled -> filled.imported().stream())
                        .map(Id::toString)
                        .distinct()
                        .toList()));
        which.put(Tables.PRACTICE_SETTING.getName(), Tables.SETTING_KIND.eq(StoredSettings.PROFILE)); // its time zone
        which.put(Tables.CLIENT_CHANGE.getName(), DSL.noCondition());
        which.put(Tables.FILL.getName(), DSL.noCondition());
        which.put(Tables.ACCOUNT.getName(), Tables.ID.in(named(own, sessions)));
        return which;
    }

    private static Select<Record1<String>> named(Condition own, Select<Record1<String>> sessions) {
        Condition known = Tables.ACCOUNT_ID.isNotNull();
        return DSL.select(Tables.ACCOUNT_ID)
                .from(Tables.CARE)
                .where(own)
                .union(DSL.select(Tables.ACCOUNT_ID).from(Tables.EMERGENCY).where(own))
                .union(DSL.select(Tables.ACCOUNT_ID).from(Tables.OWN_NOTE).where(own))
                .union(DSL.select(Tables.ACCOUNT_ID)
                        .from(Tables.PROCESS_NOTE)
                        .where(Tables.SESSION_ID.in(sessions).and(known)));
    }
}
