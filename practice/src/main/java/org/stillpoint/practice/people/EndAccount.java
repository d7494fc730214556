package org.stillpoint.practice.people;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody leaves the practice: their clients go over to somebody else, and nobody signs in with their account any more. */
public final class EndAccount {

    /**
     * @param key made with the page
     * @param account that ends
     * @param heir who treats their clients from now on; may be empty where there are none
     */
    public record Command(Id<Deed> key, Id<Account> account, Optional<Id<Account>> heir) {}

    private final UnitOfWork work;
    private final Clock clock;

    public EndAccount(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers with the account, or {@link Answer.No}: the owner stays, and clients are handed over first. */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.END_ACCOUNT, wanted.key(), wanted),
                        records -> {
                            Account leaving = Colleagues.get(records, wanted.account());
                            handOver(records, leaving, wanted.heir());
                            records.accounts()
                                    .update(leaving.ended(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
                            return new Answer.Done<>(leaving.id());
                        },
                        records -> new Answer.Again<>(wanted.account())),
                wanted::account);
    }

    private static void handOver(Records records, Account leaving, Optional<Id<Account>> to) {
        List<Id<Client>> clients = records.care().listTreated(leaving.id());
        if (clients.isEmpty()) {
            return;
        }
        Account heir = to.map(id -> Colleagues.get(records, id))
                .orElseThrow(() -> new Refused(Refused.Rule.HAS_CLIENTS, leaving.id()));
        if (!heir.role().treats() || heir.id().equals(leaving.id())) {
            throw new Refused(Refused.Rule.TREATS_NOBODY, heir.id());
        }
        clients.forEach(client -> records.care().handOver(client, heir.id()));
    }
}
