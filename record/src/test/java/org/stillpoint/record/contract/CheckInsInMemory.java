package org.stillpoint.record.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;

/** The check-ins, in memory. */
final class CheckInsInMemory implements CheckIns {
    private static final Comparator<CheckIn> IN_TIME =
            Comparator.comparing(CheckIn::at).thenComparing(CheckIn::id);

    private final OfAClient<CheckIn> rows;

    CheckInsInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "check-in", memory, clients, CheckIn::id, CheckIn::client, CheckIn::version, CheckIn::seenAt);
    }

    @Override
    public void add(CheckIn added) {
        rows.add(added, CheckIn::equals);
    }

    @Override
    public void addAll(Id<Client> client, List<CheckIn> checkIns) {
        rows.addNew(client, checkIns);
    }

    @Override
    public CheckIn update(CheckIn changed) {
        return rows.replace(
                changed,
                (kept, wanted) -> kept.with(wanted.answers())
                        .movedTo(wanted.at())
                        .turningWorse(wanted.turnedWorse())
                        .followedBy(wanted.followUp()));
    }

    @Override
    public void remove(Id<Client> client, Id<CheckIn> id, Version seen) {
        rows.remove(client, id, seen);
    }

    @Override
    public List<CheckIn> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public List<CheckIn> listOpen(Collection<Id<Client>> clients) {
        return clients.stream()
                .distinct()
                .flatMap(client -> list(client).stream())
                .filter(CheckIn::isOpen)
                .sorted(IN_TIME)
                .toList();
    }

    @Override
    public Optional<CheckIn> find(Id<Client> client, Id<CheckIn> id) {
        return rows.find(client, id);
    }

    @Override
    public Optional<CheckIn> findLatest(Id<Client> client) {
        return list(client).reversed().stream().findFirst();
    }

    @Override
    public int count(Id<Client> client) {
        return list(client).size();
    }

    @Override
    public boolean isAnyFrom(Id<Client> client, Instant from) {
        return list(client).stream().anyMatch(kept -> !kept.at().isBefore(from));
    }
}
