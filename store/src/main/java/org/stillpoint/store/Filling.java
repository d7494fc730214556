package org.stillpoint.store;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * Fills once what schema 60 added and only the holder of the keys can fill: what stands in the clear, and ciphertexts bound to it.
 * Some clients at a time, each in one transaction with the note of how far it has come, so that it goes on where it was stopped.
 */
final class Filling {
    private static final int AT_ONCE = 100; // own choice, 2026: some thousand rows a transaction

    private final Database database;
    private final StoredAccounts accounts;
    private final StoredClients clients;
    private final List<OfAClient> kinds;

    /** One kind of record that belongs to a client. */
    @FunctionalInterface
    interface OfAClient {
        void bind(DSLContext transaction, Seal seal, Id<Client> client);
    }

    Filling(Database database, StoredAccounts accounts, StoredClients clients, List<OfAClient> kinds) {
        this.database = database;
        this.accounts = accounts;
        this.clients = clients;
        this.kinds = kinds;
    }

    void run(Progress progress) {
        int all = database.read(transaction -> transaction.fetchCount(Tables.CLIENT));
        int filled = 0;
        for (int some = fillSome(); some > 0; some = fillSome()) {
            filled += some;
            progress.done(Math.min(filled, all), all);
        }
    }

    /** @return how many clients were looked at; none once all is done */
    private int fillSome() {
        return database.write(transaction -> {
            Record stand = transaction
                    .select(Tables.LAST_CLIENT_ID, Tables.IS_DONE)
                    .from(Tables.FILL)
                    .fetchSingle();
            if (stand.get(Tables.IS_DONE) == 1) {
                return 0;
            }
            @Nullable String last = stand.get(Tables.LAST_CLIENT_ID);
            if (last == null) {
                accounts.bind(transaction);
            }
            List<String> next = transaction
                    .select(Tables.ID)
                    .from(Tables.CLIENT)
                    .where(Tables.ID.gt(last == null ? "" : last))
                    .orderBy(Tables.ID)
                    .limit(AT_ONCE)
                    .fetch(Tables.ID);
            for (String client : next) {
                fill(transaction, Id.of(client));
            }
            transaction
                    .update(Tables.FILL)
                    .set(Tables.LAST_CLIENT_ID, next.isEmpty() ? last : next.getLast())
                    .set(Tables.IS_DONE, next.isEmpty() ? 1 : 0)
                    .execute();
            return next.size();
        });
    }

    private void fill(DSLContext transaction, Id<Client> client) {
        clients.bind(transaction, client).ifPresent(seal -> {
            kinds.forEach(kind -> kind.bind(transaction, seal, client));
            Standings.checkedIn(transaction, List.of(client));
            Standings.heldSession(transaction, List.of(client));
        });
    }
}
