package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.retention.Retention;
import org.stillpoint.record.retention.RetentionRule;

/** The rule and the holds, in memory. */
final class RetentionInMemory implements Retention {
    private static final Comparator<LegalHold> IN_TIME =
            Comparator.comparing(LegalHold::since).thenComparing(LegalHold::id);

    private final Memory.Table<Integer, RetentionRule> rule;
    private final OfAClient<LegalHold> holds;
    private final ClientsInMemory clients;

    RetentionInMemory(Memory memory, ClientsInMemory clients) {
        this.clients = clients;
        rule = memory.table();
        holds = new OfAClient<>(
                "legal hold", memory, clients, LegalHold::id, LegalHold::client, LegalHold::version, LegalHold::seenAt);
    }

    @Override
    public RetentionRule rule() {
        return rule.find(1).orElse(RetentionRule.USUAL);
    }

    @Override
    public void setRule(RetentionRule wanted) {
        rule.put(1, wanted);
    }

    @Override
    public void add(LegalHold hold) {
        holds.add(hold, LegalHold::equals);
    }

    @Override
    public LegalHold update(LegalHold lifted) {
        return holds.replace(lifted, (kept, wanted) -> wanted);
    }

    @Override
    public List<LegalHold> list(Id<Client> client) {
        return holds.list(client, IN_TIME);
    }

    @Override
    public List<LegalHold> listStanding() {
        return clients.list().stream()
                .flatMap(client -> list(client.id()).stream())
                .filter(LegalHold::stands)
                .sorted(IN_TIME)
                .toList();
    }
}
