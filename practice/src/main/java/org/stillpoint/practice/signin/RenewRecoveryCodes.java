package org.stillpoint.practice.signin;

import java.util.List;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody has lost or used up their recovery codes: new ones let in, and none of those before. */
public final class RenewRecoveryCodes {

    /**
     * @param key made for this once
     * @param recovery SHA-256 of the new ones, hexadecimal
     */
    public record Command(Id<Deed> key, List<String> recovery) {}

    private final UnitOfWork work;

    public RenewRecoveryCodes(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Answers with the account, or {@link Answer.No} where the password is enough.
     *
     * @throws NotAllowed if the actor has no account
     */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        Id<Account> own = OwnAccount.of(actor, Act.RENEW_RECOVERY_CODES);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.RENEW_RECOVERY_CODES, wanted.key(), wanted),
                        records -> {
                            SecondFactor kept = records.signIns()
                                    .findFactor(own)
                                    .orElseThrow(() -> new Refused(Refused.Rule.NO_SECOND_STEP, own));
                            records.signIns().keepFactor(kept.recoveredBy(wanted.recovery()));
                            return new Answer.Done<>(own);
                        },
                        records -> new Answer.Again<>(own)),
                () -> own);
    }
}
