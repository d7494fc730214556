package org.stillpoint.practice.signin;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A device lets somebody in no more. With the last goes the step after the password that only passkeys and recovery codes could show. */
public final class RemovePasskey {

    /**
     * @param key made for this once
     * @param passkey of whoever acts; nothing changes where it is gone, or somebody else's
     */
    public record Command(Id<Deed> key, Id<Passkey> passkey) {}

    private final UnitOfWork work;

    public RemovePasskey(UnitOfWork work) {
        this.work = work;
    }

    /** @throws NotAllowed if the actor has no account */
    public Answer<Id<Passkey>> by(Actor actor, Command wanted) {
        Id<Account> own = OwnAccount.of(actor, Act.REMOVE_PASSKEY);
        return work.run(
                actor,
                Deeds.of(Act.REMOVE_PASSKEY, wanted.key(), wanted),
                records -> {
                    SignIns signIns = records.signIns();
                    signIns.passkeys().remove(own, wanted.passkey());
                    boolean none = signIns.passkeys().list(own).isEmpty();
                    if (none
                            && signIns.findFactor(own)
                                    .filter(SecondFactor::hasDevice)
                                    .isEmpty()) {
                        signIns.removeFactor(own);
                    }
                    return new Answer.Done<>(wanted.passkey());
                },
                records -> new Answer.Again<>(wanted.passkey()));
    }
}
