package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.care.Emergencies;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.client.Client;

/** Emergency accesses, in memory. */
final class EmergenciesInMemory implements Emergencies {
    private static final Comparator<EmergencyAccess> LATEST_FIRST = Comparator.comparing(EmergencyAccess::at)
            .thenComparing(EmergencyAccess::id)
            .reversed();

    private record Kept(EmergencyAccess access, Set<Id<Account>> untold) {}

    private final Memory memory;
    private final Memory.Table<Id<EmergencyAccess>, Kept> rows;
    private final CareInMemory care;

    EmergenciesInMemory(Memory memory, ClientsInMemory clients, CareInMemory care) {
        this.memory = memory;
        this.rows = memory.table();
        this.care = care;
        clients.whenErased(erased -> rows.stream()
                .filter(kept -> kept.access().client().equals(erased))
                .forEach(kept -> rows.remove(kept.access().id())));
    }

    @Override
    public void add(EmergencyAccess access, Set<Id<Account>> told) {
        memory.write(() -> {
            if (rows.find(access.id())
                    .filter(kept -> !kept.access().equals(access))
                    .isPresent()) {
                throw new AlreadyThere("emergency access", access.id());
            }
            care.letIn(access);
            rows.put(access.id(), new Kept(access, Set.copyOf(told)));
            return access;
        });
    }

    @Override
    public List<EmergencyAccess> list(Id<Client> client) {
        return rows.stream()
                .map(Kept::access)
                .filter(access -> access.client().equals(client))
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public List<EmergencyAccess> listUntold(Id<Account> account) {
        return rows.stream()
                .filter(kept -> kept.untold().contains(account))
                .map(Kept::access)
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public void acknowledge(Id<EmergencyAccess> access, Id<Account> account) {
        memory.write(() -> {
            rows.find(access).ifPresent(kept -> {
                Set<Id<Account>> left = new HashSet<>(kept.untold());
                left.remove(account);
                rows.put(access, new Kept(kept.access(), left));
            });
            return access;
        });
    }
}
