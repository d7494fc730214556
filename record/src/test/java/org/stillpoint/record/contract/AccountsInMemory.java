package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.signin.SignIns;

/** The accounts, in memory. */
final class AccountsInMemory implements Accounts {
    private final Memory memory;
    private final Memory.Table<Id<Account>, Account> rows;
    private final SignIns signIns;

    AccountsInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
        this.signIns = new SignInsInMemory(memory, this);
    }

    SignIns signIns() {
        return signIns;
    }

    @Override
    public void add(Account account) {
        memory.write(() -> {
            Optional<Account> kept = rows.find(account.id());
            if (kept.isPresent() && kept.get().equals(account)) {
                return account;
            }
            if (kept.isEmpty()
                    && account.role() == Role.OWNER
                    && rows.stream().anyMatch(other -> other.role() == Role.OWNER)) {
                throw new Refused(Rule.OWNER_EXISTS, account.id());
            }
            if (kept.isPresent() || find(account.signInName()).isPresent()) {
                throw new AlreadyThere("account", account.id());
            }
            rows.put(account.id(), account);
            return account;
        });
    }

    @Override
    public Account update(Account changed) {
        return memory.write(() -> {
            Account kept = find(changed.id()).orElseThrow(() -> new NoSuchRecord("account", changed.id()));
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            if ((kept.role() == Role.OWNER || changed.role() == Role.OWNER)
                    && (kept.role() != changed.role() || changed.isEnded())) {
                throw new Refused(Rule.OWNER_STAYS, kept.id());
            }
            if (find(changed.signInName())
                    .filter(other -> !other.id().equals(kept.id()))
                    .isPresent()) {
                throw new AlreadyThere("account", changed.id());
            }
            Account next = new Account(
                    kept.id(),
                    changed.signInName(),
                    changed.passwordHash(),
                    changed.role(),
                    kept.addedAt(),
                    changed.endedAt(),
                    kept.version().next());
            rows.put(next.id(), next);
            signIns.endAll(next.id());
            return next;
        });
    }

    @Override
    public Optional<Account> find(SignInName name) {
        return rows.stream().filter(kept -> kept.signInName().equals(name)).findFirst();
    }

    @Override
    public Optional<Account> find(Id<Account> id) {
        return rows.find(id);
    }

    @Override
    public List<Account> list() {
        return rows.stream()
                .sorted(Comparator.comparing(Account::addedAt).thenComparing(Account::id))
                .toList();
    }
}
