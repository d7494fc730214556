package org.stillpoint.record.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.RedFlags;

/** The red flags, in memory. */
final class RedFlagsInMemory implements RedFlags {
    private static final Comparator<RedFlag> IN_TIME =
            Comparator.comparing(RedFlag::at).thenComparing(RedFlag::id);

    private final OfAClient<RedFlag> rows;

    RedFlagsInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "red flag", memory, clients, RedFlag::id, RedFlag::client, RedFlag::version, RedFlag::seenAt);
    }

    @Override
    public void add(RedFlag added) {
        rows.add(added, RedFlag::equals);
    }

    @Override
    public RedFlag update(RedFlag changed) {
        return rows.replace(
                changed,
                (kept, wanted) -> new RedFlag(
                        kept.id(),
                        kept.client(),
                        kept.at(),
                        kept.origin(),
                        wanted.found(),
                        wanted.followUp(),
                        wanted.version()));
    }

    @Override
    public void remove(Id<Client> client, Id<RedFlag> id, Version seen) {
        rows.remove(client, id, seen);
    }

    @Override
    public Optional<RedFlag> find(Id<Client> client, Id<RedFlag> id) {
        return rows.find(client, id);
    }

    @Override
    public List<RedFlag> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public List<RedFlag> listOpen(Collection<Id<Client>> clients) {
        return clients.stream()
                .distinct()
                .flatMap(client -> list(client).stream())
                .filter(RedFlag::isOpen)
                .sorted(IN_TIME)
                .toList();
    }
}
