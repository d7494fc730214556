package org.stillpoint.practice.retention;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A client's record must be kept: nobody erases it until the hold is lifted. */
public final class HoldClient {

    /**
     * @param id made with the page, so that sending it twice holds once
     * @param client whose record
     * @param reason why
     */
    public record Command(Id<LegalHold> id, Id<Client> client, PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public HoldClient(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.BadValue if no reason is given */
    public Answer<Id<Client>> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.HOLD_CLIENT, wanted.id(), wanted.client(), wanted),
                records -> {
                    records.retention()
                            .add(new LegalHold(
                                    wanted.id(),
                                    wanted.client(),
                                    wanted.reason(),
                                    clock.instant(),
                                    account(actor),
                                    Optional.empty(),
                                    Version.FIRST));
                    return new Answer.Done<>(wanted.client());
                },
                records -> new Answer.Again<>(wanted.client()));
    }

    private static Optional<Id<Account>> account(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> Optional.of(person.account());
            case Actor.Linked linked -> Optional.empty();
            case Actor.Registered registered -> Optional.empty();
            case Actor.Program program -> Optional.empty();
        };
    }
}
