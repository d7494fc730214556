package org.stillpoint.practice.client;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A client no longer comes, or comes again. Whoever is archived stands in no list of those who come, nothing is begun with them, and the
 * links that were open to them open nothing. Everything that was told and done stays, counts in the practice's figures, and is kept as
 * long as everybody's is.
 */
public final class ArchiveClient {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param seen the version of the client that was seen
     * @param reason why; may be empty where they are brought back
     */
    public record Command(Id<Deed> key, Id<Client> client, Version seen, PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ArchiveClient(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where a session goes on, something worse, a red flag or something that they asked is open, or an appointment is to come: each would be lost from
     * sight.
     *
     * @throws org.stillpoint.record.BadValue if no reason is given
     */
    public Answer<Client> by(Actor actor, Command wanted) {
        return change(actor, Act.ARCHIVE_CLIENT, wanted, PrivateText.NONE, (records, now) -> {
            requireNothingAhead(records, wanted.client(), now);
            records.privateLinks().list(wanted.client()).stream()
                    .filter(link -> link.stands(now))
                    .forEach(link -> records.privateLinks().update(link.in(new LinkState.TakenBack(now))));
            return Optional.of(new Archiving(now, actor.ownAccount(), wanted.reason()));
        });
    }

    /** The client comes again. */
    public Answer<Client> bringBack(Actor actor, Command wanted) {
        return change(actor, Act.BRING_CLIENT_BACK, wanted, wanted.reason(), (records, now) -> Optional.empty());
    }

    private interface ArchiveChange {
        Optional<Archiving> at(Records records, Instant now);
    }

    private Answer<Client> change(Actor actor, Act act, Command wanted, PrivateText why, ArchiveChange change) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(act, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Client kept = records.clients().get(wanted.client());
                            Instant instant = clock.instant();
                            Client now = records.clients()
                                    .update(kept.with(change.at(records, instant))
                                            .seenAt(wanted.seen()));
                            new Mending(actor, wanted.key(), wanted.client(), instant)
                                    .corrected(records, kept.id(), content(kept), content(now), why);
                            return new Answer.Done<>(now);
                        },
                        records -> new Answer.Again<>(records.clients().get(wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_CLIENT,
                        Optional.of(wanted.client()),
                        records -> records.clients().get(wanted.client())));
    }

    private static EntryContent content(Client client) {
        return new EntryContent.ArchiveEntry(client.archiving());
    }

    private static void requireNothingAhead(Records records, Id<Client> client, Instant now) {
        if (records.sessions().findOpen(client).isPresent()) {
            throw new Refused(Rule.SESSION_IS_OPEN, client);
        }
        if (!records.checkIns().listOpen(List.of(client)).isEmpty()
                || !records.redFlags().listOpen(List.of(client)).isEmpty()
                || records.clientRequests().list(client).stream().anyMatch(ClientRequest::isOpen)) {
            throw new Refused(Rule.MATTER_IS_OPEN, client);
        }
        if (records.appointments().list(client).stream()
                .anyMatch(
                        appointment -> appointment.stands() && appointment.end().isAfter(now))) {
            throw new Refused(Rule.APPOINTMENT_STANDS, client);
        }
    }
}
