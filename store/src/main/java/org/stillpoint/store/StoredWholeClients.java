package org.stillpoint.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.WholeClient;
import org.stillpoint.record.work.WholeClients;

/** Whole clients, table by table: what each repository writes of one record, it writes here of many. */
record StoredWholeClients(
        Database database,
        StoredClients clients,
        StoredBodyMaps bodyMaps,
        StoredSafetyChecks safetyChecks,
        StoredHistory history,
        StoredCheckIns checkIns)
        implements WholeClients {

    @Override
    public void addAll(List<WholeClient> whole) {
        if (whole.isEmpty()) {
            return;
        }
        database.write(transaction -> {
            Map<Id<Client>, Seal> kept = clients.insertNew(transaction, all(whole, each -> List.of(each.client())));
            Function<Id<Client>, Seal> seals = client -> Objects.requireNonNull(kept.get(client));
            bodyMaps.insertNew(transaction, all(whole, WholeClient::bodyMaps), seals);
            safetyChecks.insertNew(transaction, all(whole, WholeClient::safetyChecks), seals);
            List<Session> sessions = all(whole, WholeClient::sessions);
            StoredSessions.insertNew(transaction, sessions, seals);
            history.insertNew(transaction, all(whole, WholeClient::events), seals);
            checkIns.insertNew(transaction, all(whole, WholeClient::checkIns), seals);
            return whole.size();
        });
    }

    private static <T> List<T> all(List<WholeClient> whole, Function<WholeClient, List<T>> kind) {
        return whole.stream().map(kind).flatMap(List::stream).toList();
    }
}
