package org.stillpoint.store;

import static org.jooq.impl.DSL.select;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** Where each client stands, kept in the client's own row whenever a check-in, a red flag or a session is written. */
final class Standings {
    /** The client whose row is being updated. */
    private static final Field<String> ROW = DSL.field(DSL.name("client", "id"), SQLDataType.VARCHAR);

    private static final Field<String> SESSION = DSL.field(DSL.name("session", "id"), SQLDataType.VARCHAR);

    private Standings() {}

    static void checkedIn(DSLContext transaction, Collection<Id<Client>> clients) {
        var ofClient = Tables.CLIENT_ID.eq(ROW);
        transaction
                .update(Tables.CLIENT)
                .set(
                        Tables.CHECK_INS,
                        DSL.field(DSL.selectCount().from(Tables.CHECK_IN).where(ofClient)))
                .set(
                        Tables.LAST_CHECK_IN_AT,
                        DSL.field(
                                select(DSL.max(Tables.AT)).from(Tables.CHECK_IN).where(ofClient)))
                .where(among(clients))
                .execute();
        opened(transaction, clients);
        seen(transaction, clients);
        heard(transaction, clients);
    }

    /** Whether something worse or a red flag is open, and since when. */
    static void opened(DSLContext transaction, Collection<Id<Client>> clients) {
        Field<Long> never = DSL.inline(Long.MAX_VALUE, SQLDataType.BIGINT);
        Field<Long> since = DSL.least(
                earliest(Tables.CHECK_IN, Tables.WORSE, never), earliest(Tables.RED_FLAG, Tables.IS_OPEN, never));
        transaction
                .update(Tables.CLIENT)
                .set(Tables.WORSE, DSL.when(since.lt(never), 1).otherwise(0))
                .set(Tables.OPEN_SINCE, DSL.nullif(since, never))
                .where(among(clients))
                .execute();
    }

    private static Field<Long> earliest(Table<Record> from, Field<Integer> isOpen, Field<Long> never) {
        return DSL.coalesce(
                DSL.field(select(DSL.min(Tables.AT))
                        .from(from)
                        .where(Tables.CLIENT_ID.eq(ROW).and(isOpen.eq(DSL.inline(1))))),
                never);
    }

    static void heldSession(DSLContext transaction, Collection<Id<Client>> clients) {
        transaction
                .update(Tables.CLIENT)
                .set(
                        Tables.LAST_SESSION_AT,
                        DSL.field(select(DSL.max(Tables.STARTED))
                                .from(Tables.SESSION)
                                .where(Tables.CLIENT_ID.eq(ROW))))
                .where(among(clients))
                .execute();
        seen(transaction, clients);
        heard(transaction, clients);
    }

    /** Since when nothing was heard of whoever had a session: no check-in, and nobody asked. */
    static void heard(DSLContext transaction, Collection<Id<Client>> clients) {
        transaction
                .update(Tables.CLIENT)
                .set(
                        Tables.UNHEARD_SINCE,
                        DSL.field(select(DSL.max(Tables.ENDED))
                                .from(Tables.SESSION)
                                .where(Tables.CLIENT_ID
                                        .eq(ROW)
                                        .and(Tables.STARTED.eq(Tables.LAST_SESSION_AT))
                                        .and(Tables.IS_OPEN.eq(DSL.inline(0)))
                                        .and(Tables.LAST_CHECK_IN_AT
                                                .isNull()
                                                .or(Tables.LAST_CHECK_IN_AT.lt(Tables.ENDED)))
                                        .and(DSL.notExists(DSL.selectOne()
                                                .from(Tables.ASKED_AFTER)
                                                .where(Tables.SESSION_ID.eq(SESSION)))))))
                .where(among(clients))
                .execute();
    }

    private static Condition among(Collection<Id<Client>> clients) {
        return Tables.ID.in(clients.stream().map(Id::toString).toList());
    }

    /** The latest of being added, a check-in and a session; what was seen never becomes unseen. */
    private static void seen(DSLContext transaction, Collection<Id<Client>> clients) {
        Field<Long> never = DSL.inline(0L, SQLDataType.BIGINT);
        transaction
                .update(Tables.CLIENT)
                .set(
                        Tables.SEEN_AT,
                        DSL.greatest(
                                Tables.SEEN_AT,
                                DSL.coalesce(Tables.LAST_CHECK_IN_AT, never),
                                DSL.coalesce(Tables.LAST_SESSION_AT, never)))
                .where(among(clients))
                .execute();
    }
}
