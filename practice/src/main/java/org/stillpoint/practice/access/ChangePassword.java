package org.stillpoint.practice.access;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody takes another password: for their own account and for no other. Whether they knew the old one is asked at the door. */
public final class ChangePassword {

    /**
     * @param key made for the form
     * @param passwordHash encoded, with its algorithm and salt; never the password
     */
    public record Command(Id<?> key, String passwordHash) {}

    private final UnitOfWork work;

    public ChangePassword(UnitOfWork work) {
        this.work = work;
    }

    /** @throws NotAllowed if the actor has no account */
    public Answer<Account> by(Actor actor, Command wanted) {
        if (!(actor instanceof Actor.Person person)) {
            throw new NotAllowed(Act.CHANGE_PASSWORD.name());
        }
        return work.run(
                actor,
                Deeds.of(Act.CHANGE_PASSWORD, wanted.key(), wanted),
                records -> new Answer.Done<>(
                        records.accounts().update(own(records, person).with(wanted.passwordHash()))),
                records -> new Answer.Again<>(own(records, person)));
    }

    private static Account own(Records records, Actor.Person person) {
        return records.accounts()
                .find(person.account())
                .orElseThrow(() -> new NoSuchRecord("account", person.account()));
    }
}
