package org.stillpoint.practice.access;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SessionHabits;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody chooses for themselves how they hold a session: with which hand, by which keys. */
public final class ChangeSessionHabits {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param habits with the version that was seen
     */
    public record Command(Id<Deed> key, SessionHabits habits) {}

    private final UnitOfWork work;

    public ChangeSessionHabits(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Answers {@link Answer.Changed} where they have changed them since on another page.
     *
     * @throws NotAllowed if the actor has no account
     */
    public Answer<SessionHabits> by(Actor actor, Command wanted) {
        Id<Account> own = own(actor);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_SESSION_HABITS, wanted.key(), wanted),
                        records -> new Answer.Done<>(records.habits().replace(own, wanted.habits())),
                        records -> new Answer.Again<>(records.habits().get(own))),
                () -> read(actor));
    }

    /**
     * How they hold one now.
     *
     * @throws NotAllowed if the actor has no account
     */
    public SessionHabits read(Actor actor) {
        Id<Account> own = own(actor);
        return work.read(
                actor,
                Act.SEE_SETTINGS,
                Optional.empty(),
                records -> records.habits().get(own));
    }

    private static Id<Account> own(Actor actor) {
        return actor.ownAccount().orElseThrow(() -> new NotAllowed(Act.CHANGE_SESSION_HABITS.name()));
    }
}
