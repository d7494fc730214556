package org.stillpoint.practice.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.ConsentWithdrawn;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client takes back everything they have signed, without a reason. A session that goes on is stopped by it, in the same unit of work. */
public final class WithdrawConsent {

    /** @param id made with the page, so that sending it twice does it once */
    public record Command(Id<ConsentEntry> id, Id<Client> client) {}

    private final UnitOfWork work;
    private final Clock clock;

    public WithdrawConsent(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Withdrawing what is withdrawn changes nothing. */
    public Answer<ConsentEntry> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.WITHDRAW_CONSENT, wanted.id(), wanted.client(), wanted),
                        records -> withdraw(records, actor, wanted),
                        records -> new Answer.Again<>(latest(records, wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_CONSENT,
                        Optional.of(wanted.client()),
                        records -> latest(records, wanted.client())));
    }

    private Answer<ConsentEntry> withdraw(Records records, Actor actor, Command wanted) {
        ConsentHistory history = records.consents().list(wanted.client());
        Instant now = clock.instant();
        UseLink.within(records, actor, wanted.id(), clock, LinkPurpose.CONSENT);
        if (history.isWithdrawn()) {
            return new Answer.Again<>(history.entries().getLast());
        }
        ConsentWithdrawn withdrawn = new ConsentWithdrawn(wanted.id(), wanted.client(), now);
        records.consents().add(withdrawn);
        Optional<OpenSession> open = records.sessions().findOpen(wanted.client());
        open.ifPresent(session -> records.sessions()
                .append(
                        session.client(),
                        session.id(),
                        new Mark(Id.random(), now, now, new Moment.ConsentEnded()),
                        Optional.empty()));
        return new Answer.Done<>(withdrawn);
    }

    private static ConsentEntry latest(Records records, Id<Client> client) {
        return records.consents().list(client).entries().getLast();
    }
}
