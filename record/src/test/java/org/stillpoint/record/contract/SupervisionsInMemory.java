package org.stillpoint.record.contract;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.care.Supervision;
import org.stillpoint.record.care.Supervisions;
import org.stillpoint.record.client.Client;

/** Cases that were handed to supervisors, in memory. */
final class SupervisionsInMemory implements Supervisions {
    private static final Comparator<Supervision> LATEST_FIRST =
            Comparator.comparing(Supervision::at).thenComparing(Supervision::id).reversed();

    private final OfAClient<Supervision> rows;
    private final Clock clock;

    SupervisionsInMemory(Memory memory, ClientsInMemory clients, Clock clock) {
        this.clock = clock;
        rows = new OfAClient<>(
                "supervision",
                memory,
                clients,
                Supervision::id,
                Supervision::client,
                Supervision::version,
                Supervision::seenAt);
    }

    @Override
    public void add(Supervision supervision) {
        rows.add(supervision, Supervision::equals);
    }

    @Override
    public List<Supervision> list(Id<Client> client) {
        return rows.list(client, LATEST_FIRST);
    }

    /** Of all clients, whomever the reader sees in lists: a supervisor sees nobody there. */
    @Override
    public List<Supervision> listTo(Id<Account> supervisor) {
        return rows.listAll(LATEST_FIRST).stream()
                .filter(one -> one.supervisor().equals(supervisor))
                .toList();
    }

    @Override
    public Optional<Supervision> findLasting(Id<Client> client, Id<Account> supervisor) {
        return list(client).stream()
                .filter(one -> one.supervisor().equals(supervisor) && one.lasts(clock.instant()))
                .findFirst();
    }

    @Override
    public Supervision update(Supervision changed) {
        return rows.replace(changed, (kept, wanted) -> wanted);
    }
}
