package org.stillpoint.practice.people;

import org.stillpoint.practice.Deeds;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody signs in under another name from now on. */
public final class ChangeName {

    /** @param key made for the form */
    public record Command(Id<Deed> key, SignInName name) {}

    private final UnitOfWork work;

    public ChangeName(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Whether the name is theirs now; else it is somebody else's, and nothing was changed.
     *
     * @throws NotAllowed if the actor has no account
     */
    public boolean by(Actor actor, Command wanted) {
        if (!(actor instanceof Actor.Person person)) {
            throw new NotAllowed(Act.CHANGE_NAME.name());
        }
        try {
            return work.run(
                    actor,
                    Deeds.of(Act.CHANGE_NAME, wanted.key(), wanted),
                    records -> {
                        Account own = Colleagues.get(records, person.account());
                        records.accounts().update(own.named(wanted.name()));
                        return true;
                    },
                    records -> true);
        } catch (AlreadyThere taken) {
            return false;
        }
    }
}
