package org.stillpoint.practice.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.UnitOfWork;

/** Who is in the practice, for whoever runs it. */
public final class PeopleReading {

    /**
     * Somebody who may sign in, or might.
     *
     * @param lastSignIn when they last came in, as far as the account of it goes
     * @param clients how many they treat
     */
    public record PersonSeen(Account account, Optional<Instant> lastSignIn, int clients) {}

    /**
     * The practice's people.
     *
     * @param people in the order in which they came
     * @param invited the invitations that nobody has used yet, the latest first
     */
    public record PeopleView(List<PersonSeen> people, List<Invitation> invited) {}

    private final UnitOfWork work;
    private final Audit audit;

    public PeopleReading(UnitOfWork work, Audit audit) {
        this.work = work;
        this.audit = audit;
    }

    public PeopleView by(Actor actor) {
        Map<Id<Account>, Instant> signIns = audit.lastSignIns();
        return work.read(
                actor,
                Act.SEE_PEOPLE,
                Optional.empty(),
                records -> new PeopleView(
                        records.accounts().list().stream()
                                .map(account -> new PersonSeen(
                                        account,
                                        Optional.ofNullable(signIns.get(account.id())),
                                        records.care().countTreated(account.id())))
                                .toList(),
                        records.invitations().list()));
    }
}
