package org.stillpoint.practice.people;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Whoever holds the key gives somebody who forgot theirs another password; their passkeys are gone, and no code of a device is asked for,
 * until they set that up anew.
 */
public final class ResetPassword {

    /**
     * @param key made for this once
     * @param passwordHash encoded, with its algorithm and salt; never the password
     */
    public record Command(Id<Deed> key, Id<Account> account, String passwordHash) {}

    private final UnitOfWork work;

    public ResetPassword(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such account, or it was ended */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.RESET_PASSWORD, wanted.key(), wanted),
                records -> {
                    Account kept = Colleagues.get(records, wanted.account());
                    records.accounts().update(kept.with(wanted.passwordHash()));
                    records.signIns().removeFactor(kept.id());
                    records.signIns().passkeys().removeAll(kept.id());
                    return new Answer.Done<>(kept.id());
                },
                records -> new Answer.Again<>(wanted.account()));
    }
}
