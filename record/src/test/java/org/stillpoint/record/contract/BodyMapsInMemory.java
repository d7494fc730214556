package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.BodyMaps;
import org.stillpoint.record.client.Client;

/** The body maps, in memory. */
final class BodyMapsInMemory implements BodyMaps {
    private static final Comparator<BodyMap> IN_TIME =
            Comparator.comparing(BodyMap::at).thenComparing(BodyMap::id);

    private final OfAClient<BodyMap> rows;

    BodyMapsInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "body map", memory, clients, BodyMap::id, BodyMap::client, BodyMap::version, BodyMap::seenAt);
    }

    @Override
    public void add(BodyMap added) {
        rows.add(added, BodyMap::equals);
    }

    @Override
    public BodyMap update(BodyMap changed) {
        return rows.replace(changed, (kept, wanted) -> kept.with(wanted.pain(), wanted.quality()));
    }

    @Override
    public List<BodyMap> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public Optional<BodyMap> find(Id<Client> client, Id<BodyMap> id) {
        return rows.find(client, id);
    }

    @Override
    public Optional<BodyMap> findLatest(Id<Client> client) {
        return list(client).reversed().stream().findFirst();
    }
}
