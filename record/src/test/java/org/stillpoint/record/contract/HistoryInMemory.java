package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.History;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/** The trauma events, in memory. */
final class HistoryInMemory implements History {
    private static final Comparator<TraumaEvent> IN_TIME = Comparator.comparing(
                    (TraumaEvent event) -> event.told().when().first())
            .thenComparing(TraumaEvent::recordedAt)
            .thenComparing(TraumaEvent::id);

    private final OfAClient<TraumaEvent> rows;

    HistoryInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "trauma event",
                memory,
                clients,
                TraumaEvent::id,
                TraumaEvent::client,
                TraumaEvent::version,
                TraumaEvent::seenAt);
    }

    @Override
    public void add(TraumaEvent event) {
        rows.add(
                event,
                (kept, added) ->
                        kept.lockedBy().map(added::lockedBy).orElse(added).equals(kept));
    }

    @Override
    public TraumaEvent update(TraumaEvent changed) {
        return rows.replace(changed, TraumaEvent::changedTo);
    }

    @Override
    public void remove(Id<Client> client, Id<TraumaEvent> id, Version seen) {
        rows.remove(client, id, seen);
    }

    @Override
    public void lock(Id<Client> client, Id<Session> by) {
        list(client).stream()
                .filter(event -> event.lockedBy().isEmpty())
                .forEach(event -> rows.put(event.lockedBy(by)));
    }

    @Override
    public void relock(Id<Client> client, Id<Session> was, Optional<Id<Session>> now) {
        list(client).stream()
                .filter(event -> event.lockedBy().equals(Optional.of(was)))
                .forEach(event -> rows.put(event.lockedBy(now)));
    }

    @Override
    public Optional<TraumaEvent> find(Id<Client> client, Id<TraumaEvent> id) {
        return rows.find(client, id);
    }

    @Override
    public List<TraumaEvent> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }
}
