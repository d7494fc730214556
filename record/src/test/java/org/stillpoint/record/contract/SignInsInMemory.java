package org.stillpoint.record.contract;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.signin.Passkeys;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.signin.SignIns;

/** The sign-ins, in memory. */
final class SignInsInMemory implements SignIns {
    private final Memory memory;
    private final Accounts accounts;
    private final Memory.Table<Id<SignIn>, SignIn> rows;
    private final Memory.Table<Id<Account>, SecondFactor> factors;
    private final Memory.Table<Integer, DoorRule> rules;
    private final Passkeys passkeys;
    private final DoorBook book = new DoorBookInMemory();

    SignInsInMemory(Memory memory, Accounts accounts) {
        this.memory = memory;
        this.accounts = accounts;
        this.rows = memory.table();
        this.factors = memory.table();
        this.rules = memory.table();
        this.passkeys = new PasskeysInMemory(memory, accounts);
    }

    @Override
    public void add(SignIn begun) {
        memory.write(() -> {
            if (accounts.find(begun.account()).isEmpty()) {
                throw new NoSuchRecord("account", begun.account());
            }
            rows.put(begun.id(), begun);
            return begun;
        });
    }

    @Override
    public Optional<SignIn> find(String tokenHash) {
        return rows.stream().filter(kept -> kept.tokenHash().equals(tokenHash)).findFirst();
    }

    @Override
    public List<SignIn> list(Id<Account> account) {
        return rows.stream()
                .filter(kept -> kept.account().equals(account))
                .sorted(Comparator.comparing(SignIn::lastUsed).reversed())
                .toList();
    }

    @Override
    public SignIn update(SignIn changed) {
        return memory.write(() -> {
            SignIn kept = rows.find(changed.id()).orElseThrow(() -> new NoSuchRecord("sign-in", changed.id()));
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            SignIn next = new SignIn(
                    kept.id(),
                    changed.tokenHash(),
                    kept.account(),
                    kept.began(),
                    changed.lastUsed(),
                    changed.locked(),
                    kept.device(),
                    kept.formToken(),
                    changed.live(),
                    changed.awaitsCode(),
                    changed.awaitsStep(),
                    changed.handed(),
                    kept.version().next());
            rows.put(next.id(), next);
            return next;
        });
    }

    @Override
    public void end(Id<Account> account, Id<SignIn> signIn) {
        memory.write(() -> {
            rows.find(signIn).filter(kept -> kept.account().equals(account)).ifPresent(kept -> rows.remove(signIn));
            return signIn;
        });
    }

    @Override
    public void endAll(Id<Account> account) {
        memory.write(() -> {
            list(account).forEach(kept -> rows.remove(kept.id()));
            return account;
        });
    }

    @Override
    public byte[] browserKey(Id<Account> account) {
        byte[] key = new byte[32];
        ByteBuffer.wrap(key).putLong(account.value().getMostSignificantBits());
        return key;
    }

    @Override
    public Optional<SecondFactor> findFactor(Id<Account> account) {
        return factors.find(account);
    }

    @Override
    public SecondFactor keepFactor(SecondFactor factor) {
        return memory.write(() -> {
            if (accounts.find(factor.account()).isEmpty()) {
                throw new NoSuchRecord("account", factor.account());
            }
            Version version = factors.find(factor.account())
                    .map(kept -> kept.version().next())
                    .orElse(Version.FIRST);
            return put(factor, version);
        });
    }

    @Override
    public SecondFactor updateFactor(SecondFactor taken) {
        return memory.write(() -> {
            SecondFactor kept =
                    factors.find(taken.account()).orElseThrow(() -> new NoSuchRecord("second factor", taken.account()));
            if (!kept.version().equals(taken.version())) {
                throw new StaleRecord(taken.account(), taken.version(), kept.version());
            }
            return put(taken, taken.version().next());
        });
    }

    private SecondFactor put(SecondFactor factor, Version version) {
        SecondFactor next =
                new SecondFactor(factor.account(), factor.secret(), factor.lastStep(), factor.recovery(), version);
        factors.put(next.account(), next);
        return next;
    }

    @Override
    public void removeFactor(Id<Account> account) {
        factors.remove(account);
    }

    @Override
    public DoorRule rule() {
        return rules.find(1).orElse(DoorRule.USUAL);
    }

    @Override
    public void setRule(DoorRule rule) {
        rules.put(1, rule);
    }

    @Override
    public Passkeys passkeys() {
        return passkeys;
    }

    @Override
    public DoorBook book() {
        return book;
    }

    @Override
    public void endOld(Instant begunBefore, Instant usedBefore) {
        memory.write(() -> {
            rows.stream()
                    .filter(kept -> kept.began().isBefore(begunBefore)
                            || kept.lastUsed().isBefore(usedBefore))
                    .forEach(kept -> rows.remove(kept.id()));
            return begunBefore;
        });
    }
}
