package org.stillpoint.practice.signin;

import java.util.List;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Somebody is asked for more than the password from now on: a code of a device, or one of their passkeys. What was asked for before is
 * asked for no more, and its recovery codes let in no more. Whether they know the password, and whether the device makes those codes, is
 * asked at the door.
 */
public final class SetSecondStep {

    /**
     * @param key made for this once
     * @param secret that the device has, Base32; empty where a passkey is asked for
     * @param lastStep of the code that the device has shown
     * @param recovery SHA-256 of the recovery codes, hexadecimal
     */
    public record Command(Id<Deed> key, String secret, long lastStep, List<String> recovery) {}

    private final UnitOfWork work;

    public SetSecondStep(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Answers with the account, or {@link Answer.No} where a passkey is to be asked for and there is none.
     *
     * @throws NotAllowed if the actor has no account
     */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        Id<Account> own = OwnAccount.of(actor, Act.SET_SECOND_STEP);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.SET_SECOND_STEP, wanted.key(), wanted),
                        records -> {
                            if (wanted.secret().isEmpty()
                                    && records.signIns().passkeys().list(own).isEmpty()) {
                                throw new Refused(Refused.Rule.NO_PASSKEY, own);
                            }
                            records.signIns()
                                    .keepFactor(new SecondFactor(
                                            own, wanted.secret(), wanted.lastStep(), wanted.recovery(), Version.FIRST));
                            return new Answer.Done<>(own);
                        },
                        records -> new Answer.Again<>(own)),
                () -> own);
    }
}
