package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyChecks;

/** The safety checks, in memory. */
final class SafetyChecksInMemory implements SafetyChecks {
    private static final Comparator<SafetyCheck> IN_TIME =
            Comparator.comparing(SafetyCheck::at).thenComparing(SafetyCheck::id);

    private final OfAClient<SafetyCheck> rows;

    SafetyChecksInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "safety check",
                memory,
                clients,
                SafetyCheck::id,
                SafetyCheck::client,
                SafetyCheck::version,
                SafetyCheck::seenAt);
    }

    @Override
    public void add(SafetyCheck added) {
        rows.add(added, SafetyCheck::equals);
    }

    @Override
    public SafetyCheck update(SafetyCheck changed) {
        return rows.replace(changed, (kept, wanted) -> kept.with(wanted.found(), wanted.clearance()));
    }

    @Override
    public void remove(Id<Client> client, Id<SafetyCheck> id, Version seen) {
        rows.remove(client, id, seen);
    }

    @Override
    public List<SafetyCheck> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public Optional<SafetyCheck> find(Id<Client> client, Id<SafetyCheck> id) {
        return rows.find(client, id);
    }
}
