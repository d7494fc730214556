package org.stillpoint.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Deed;

/** What was done under which key: by it a retry is told from another wish. */
final class KeptDeeds {
    /**
     * How long a key is remembered: own choice, 2026. Taps wait in a browser until it is online again, which takes hours, rarely
     * weeks; a retry after that meets the record's own ids, under which nothing is added twice either.
     */
    static final Duration REMEMBERED = Duration.ofDays(90);

    private final Keys keys;

    KeptDeeds(Keys keys) {
        this.keys = keys;
    }

    /**
     * Enters a deed, or finds it. Who wants the same key at the same time waits here.
     *
     * @return whether the key is new
     * @throws AlreadyThere if another deed was done under this key
     */
    boolean enter(DSLContext transaction, Deed deed, Instant now) {
        byte[] digest = keys.digest(Chain.hash(
                List.of(deed.act().name(), deed.client().map(Id::toString).orElse(""), deed.content())));
        int entered = transaction
                .insertInto(Tables.DEED)
                .set(Tables.DEED_KEY, deed.key().toString())
                .set(Tables.ACT, deed.act().name())
                .set(Tables.CLIENT_ID, deed.client().map(Id::toString).orElse(null))
                .set(Tables.DIGEST, digest)
                .set(Tables.AT, now.toEpochMilli())
                .onConflictDoNothing()
                .execute();
        if (entered == 0) {
            Record kept = transaction
                    .select(Tables.DIGEST)
                    .from(Tables.DEED)
                    .where(Tables.DEED_KEY.eq(deed.key().toString()))
                    .fetchSingle();
            if (!Arrays.equals(kept.get(Tables.DIGEST), digest)) {
                throw new AlreadyThere("deed", deed.key());
            }
        }
        return entered == 1;
    }

    /** Forgets what was done for a client and how the client was added, but not that the client was erased. */
    static void forget(DSLContext transaction, Id<Client> erased) {
        transaction
                .deleteFrom(Tables.DEED)
                .where(Tables.CLIENT_ID
                        .eq(erased.toString())
                        .or(Tables.DEED_KEY.eq(erased.toString()))
                        .and(Tables.ACT.ne(Act.ERASE_CLIENT.name())))
                .execute();
    }

    /** Forgets the keys that nobody comes back with any more. */
    static void forgetOld(DSLContext transaction, Instant now) {
        transaction
                .deleteFrom(Tables.DEED)
                .where(Tables.AT.lt(now.minus(REMEMBERED).toEpochMilli()))
                .execute();
    }
}
