package org.stillpoint.practice.signin;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A device lets somebody in from now on. Whether they know the password, and what the device has made, is asked at the door. */
public final class AddPasskey {

    /** @param made for the account of whoever acts */
    public record Command(Passkey made) {}

    private final UnitOfWork work;

    public AddPasskey(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Answers {@link Answer.Other} where the credential is kept already, of this account or another.
     *
     * @throws NotAllowed if it is made for another's account
     */
    public Answer<Id<Passkey>> by(Actor actor, Command wanted) {
        if (!OwnAccount.of(actor, Act.ADD_PASSKEY).equals(wanted.made().account())) {
            throw new NotAllowed(Act.ADD_PASSKEY.name());
        }
        Id<Passkey> id = wanted.made().id();
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ADD_PASSKEY, id, wanted),
                        records -> {
                            records.signIns().passkeys().add(wanted.made());
                            return new Answer.Done<>(id);
                        },
                        records -> new Answer.Again<>(id)),
                () -> id);
    }
}
