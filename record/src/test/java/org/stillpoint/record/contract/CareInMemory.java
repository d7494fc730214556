package org.stillpoint.record.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.care.Care;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Sight;

/** Who treats whom, in memory. */
final class CareInMemory implements Care {
    private record Pair(Id<Client> client, Id<Account> account) {}

    private record Tie(Pair pair, Bond bond, Instant until) {}

    private final Memory memory;
    private final Memory.Table<Pair, Tie> rows;
    private final ClientsInMemory clients;
    private final AccountsInMemory accounts;
    private final Clock clock;

    CareInMemory(Memory memory, ClientsInMemory clients, AccountsInMemory accounts, Clock clock) {
        this.clock = clock;
        this.memory = memory;
        this.rows = memory.table();
        this.clients = clients;
        this.accounts = accounts;
        clients.showOnly(this::isSeen);
        clients.whenErased(erased -> rows.stream()
                .filter(tie -> tie.pair().client().equals(erased))
                .forEach(tie -> rows.remove(tie.pair())));
    }

    boolean isSeen(Id<Client> client) {
        return switch (memory.sight()) {
            case Sight.Everyone everyone -> true;
            case Sight.Nobody nobody -> false;
            case Sight.OwnClients own -> find(client, own.account()).isPresent();
        };
    }

    @Override
    public Optional<Bond> find(Id<Client> client, Id<Account> account) {
        return rows.find(new Pair(client, account))
                .filter(tie -> tie.until().isAfter(clock.instant()))
                .map(Tie::bond);
    }

    @Override
    public Optional<Id<Account>> findTherapist(Id<Client> client) {
        return rows.stream()
                .filter(tie -> tie.pair().client().equals(client) && tie.bond() == Bond.TREATS)
                .map(tie -> tie.pair().account())
                .findFirst();
    }

    @Override
    public List<Id<Account>> listShared(Id<Client> client) {
        return rows.stream()
                .filter(tie -> tie.pair().client().equals(client) && tie.bond() == Bond.SHARED)
                .map(tie -> tie.pair().account())
                .sorted()
                .toList();
    }

    @Override
    public int countTreated(Id<Account> therapist) {
        return listTreated(therapist).size();
    }

    @Override
    public List<Id<Client>> listTreated(Id<Account> therapist) {
        return rows.stream()
                .filter(tie -> tie.pair().account().equals(therapist) && tie.bond() == Bond.TREATS)
                .map(tie -> tie.pair().client())
                .sorted()
                .toList();
    }

    @Override
    public void handOver(Id<Client> client, Id<Account> therapist) {
        memory.write(() -> {
            findTherapist(client).ifPresent(before -> rows.remove(new Pair(client, before)));
            return put(client, therapist, Bond.TREATS, Instant.MAX);
        });
    }

    @Override
    public void share(Id<Client> client, Id<Account> with) {
        memory.write(() -> find(client, with).equals(Optional.of(Bond.TREATS))
                ? Bond.TREATS
                : put(client, with, Bond.SHARED, Instant.MAX));
    }

    void letIn(EmergencyAccess access) {
        if (find(access.client(), access.by()).isEmpty()) {
            put(access.client(), access.by(), Bond.EMERGENCY, access.until());
        }
    }

    private Bond put(Id<Client> client, Id<Account> account, Bond bond, Instant until) {
        clients.get(client);
        if (accounts.find(account).isEmpty()) {
            throw new NoSuchRecord("account", account);
        }
        Pair pair = new Pair(client, account);
        rows.put(pair, new Tie(pair, bond, until));
        return bond;
    }

    @Override
    public void endShare(Id<Client> client, Id<Account> with) {
        memory.write(() -> {
            if (find(client, with).equals(Optional.of(Bond.SHARED))) {
                rows.remove(new Pair(client, with));
            }
            return with;
        });
    }
}
