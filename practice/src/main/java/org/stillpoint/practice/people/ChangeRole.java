package org.stillpoint.practice.people;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody gets another role. Whoever treats clients keeps treating; an assistant treats nobody. */
public final class ChangeRole {

    /** @param key made with the page */
    public record Command(Id<Deed> key, Id<Account> account, Role role) {}

    private final UnitOfWork work;

    public ChangeRole(UnitOfWork work) {
        this.work = work;
    }

    /** Answers with the account, or {@link Answer.No}: the owner stays, and clients are handed over first. */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_ROLE, wanted.key(), wanted),
                        records -> {
                            Account kept = Colleagues.get(records, wanted.account());
                            if (!wanted.role().treats() && records.care().countTreated(kept.id()) > 0) {
                                throw new Refused(Refused.Rule.HAS_CLIENTS, kept.id());
                            }
                            records.accounts().update(kept.inRole(wanted.role()));
                            return new Answer.Done<>(kept.id());
                        },
                        records -> new Answer.Again<>(wanted.account())),
                wanted::account);
    }
}
