package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.Passkeys;

/** The passkeys, in memory. */
final class PasskeysInMemory implements Passkeys {
    private final Memory memory;
    private final Accounts accounts;
    private final Memory.Table<Id<Passkey>, Passkey> rows;

    PasskeysInMemory(Memory memory, Accounts accounts) {
        this.memory = memory;
        this.accounts = accounts;
        this.rows = memory.table();
    }

    @Override
    public void add(Passkey made) {
        memory.write(() -> {
            if (accounts.find(made.account()).isEmpty()) {
                throw new NoSuchRecord("account", made.account());
            }
            if (rows.find(made.id()).isPresent() || find(made.credentialId()).isPresent()) {
                throw new AlreadyThere("passkey", made.id());
            }
            rows.put(made.id(), made);
            return made;
        });
    }

    @Override
    public Optional<Passkey> find(String credentialId) {
        return rows.stream()
                .filter(kept -> kept.credentialId().equals(credentialId))
                .findFirst();
    }

    @Override
    public List<Passkey> list(Id<Account> account) {
        return rows.stream()
                .filter(kept -> kept.account().equals(account))
                .sorted(Comparator.comparing(Passkey::addedAt).thenComparing(Passkey::id))
                .toList();
    }

    @Override
    public Passkey update(Passkey shown) {
        return memory.write(() -> {
            Passkey kept = rows.find(shown.id()).orElseThrow(() -> new NoSuchRecord("passkey", shown.id()));
            if (!kept.version().equals(shown.version())) {
                throw new StaleRecord(shown.id(), shown.version(), kept.version());
            }
            Passkey next = new Passkey(
                    kept.id(),
                    kept.account(),
                    kept.credentialId(),
                    kept.place(),
                    kept.name(),
                    kept.publicKey(),
                    shown.signCount(),
                    kept.mayMove(),
                    kept.addedAt(),
                    shown.lastUsedAt(),
                    kept.version().next());
            rows.put(next.id(), next);
            return next;
        });
    }

    @Override
    public void remove(Id<Account> account, Id<Passkey> passkey) {
        memory.write(() -> {
            rows.find(passkey).filter(kept -> kept.account().equals(account)).ifPresent(kept -> rows.remove(passkey));
            return passkey;
        });
    }

    @Override
    public void removeAll(Id<Account> account) {
        memory.write(() -> {
            list(account).forEach(kept -> rows.remove(kept.id()));
            return account;
        });
    }
}
