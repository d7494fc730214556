package org.stillpoint.practice.signin;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The password is enough again for whoever wants it so, where the practice demands no more. Whether they know it is asked at the door. */
public final class EndSecondStep {

    /** @param key made for this once */
    public record Command(Id<Deed> key) {}

    private final UnitOfWork work;

    public EndSecondStep(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Answers with the account, or {@link Answer.No} where a second step is demanded and no passkey is left to be one.
     *
     * @throws NotAllowed if the actor has no account
     */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        Id<Account> own = OwnAccount.of(actor, Act.END_SECOND_STEP);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.END_SECOND_STEP, wanted.key(), wanted),
                        records -> {
                            SignIns signIns = records.signIns();
                            if (signIns.rule().secondStep()
                                    && signIns.passkeys().list(own).isEmpty()) {
                                throw new Refused(Refused.Rule.SECOND_STEP_DEMANDED, own);
                            }
                            signIns.removeFactor(own);
                            return new Answer.Done<>(own);
                        },
                        records -> new Answer.Again<>(own)),
                () -> own);
    }
}
