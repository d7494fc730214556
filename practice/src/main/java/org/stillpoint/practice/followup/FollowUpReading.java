package org.stillpoint.practice.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.FollowUpTime;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.ToAsk;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Whom to ask how it went. A session wants it from {@link FollowUpTime} on, until the client gives a check-in or somebody notes that they
 * were asked. Whoever comes again is asked there, so only the latest session of a client wants it; of nobody who is archived.
 */
public final class FollowUpReading {
    /** Own choice, 2026: after four weeks it says little of that session, and is no longer asked for. */
    public static final Duration ASKED_WITHIN = Duration.ofDays(28);

    /** Own choice, 2026: as many as one goes through; the others come after these. */
    public static final int MOST = 200;

    /**
     * A client who is to be asked now.
     *
     * @param session after which
     * @param phone their number, or empty
     * @param mail what became of the mail that asks them, where there is one
     */
    public record ClientToAsk(
            Client client,
            Id<Session> session,
            Instant endedAt,
            FollowUpTime time,
            PrivateText phone,
            Optional<MailState> mail) {}

    /**
     * How it stands with one client.
     *
     * @param due the follow-up that is due
     * @param asked what was noted so far, the latest first
     * @param last their latest session, where it has ended
     */
    public record FollowUpView(
            Client client, Optional<ClientToAsk> due, List<AskedAfter> asked, Optional<EndedSession> last) {}

    private final UnitOfWork work;
    private final Clock clock;

    public FollowUpReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Those of the clients whom the actor sees, whose session ended earliest first; {@value #MOST} at most. */
    public List<ClientToAsk> all(Actor actor) {
        return work.read(
                actor,
                Act.SEE_TODAY,
                Optional.empty(),
                records -> Membership.seesWhatWasTold(actor) ? due(records, clock.instant(), MOST) : List.of());
    }

    /** @throws NoSuchRecord if there is no such client */
    public FollowUpView by(Actor actor, Id<Client> client) {
        return work.read(
                actor,
                Act.SEE_ASKED_AFTER,
                Optional.of(client),
                records -> new FollowUpView(
                        records.clients().get(client),
                        due(records, client, clock.instant()),
                        records.askedAfters().list(client).reversed(),
                        last(records, client)));
    }

    /** The same within a reading: whatever shows them asks here. */
    public static List<ClientToAsk> due(Records records, Instant now, int atMost) {
        List<ToAsk> waiting =
                records.today().listToAsk(now.minus(ASKED_WITHIN), now.minus(FollowUpTime.EARLIEST), MOST);
        return waiting.stream()
                .flatMap(each ->
                        records
                                .keeping()
                                .tryReading(each.client(), () -> due(records, each.client(), each.session(), now))
                                .stream()
                                .flatMap(Optional::stream))
                .limit(atMost)
                .sorted(Comparator.comparing((ClientToAsk each) -> each.time().until()))
                .toList();
    }

    /** The one of a client that is due. */
    public static Optional<ClientToAsk> due(Records records, Id<Client> client, Instant now) {
        return Stream.of(records.clients().get(client))
                .filter(known -> !known.isArchived())
                .flatMap(known -> last(records, client).stream())
                .filter(last -> last.endedAt().isAfter(now.minus(ASKED_WITHIN)))
                .filter(last -> !records.checkIns().isAnyFrom(client, last.endedAt()))
                .filter(last ->
                        records.askedAfters().findFirst(client, last.id()).isEmpty())
                .flatMap(last -> due(records, client, last.id(), now).stream())
                .findFirst();
    }

    private static Optional<EndedSession> last(Records records, Id<Client> client) {
        List<Session> held = records.sessions().heads(client);
        return !held.isEmpty() && held.getLast() instanceof EndedSession last ? Optional.of(last) : Optional.empty();
    }

    private static Optional<ClientToAsk> due(Records records, Id<Client> client, Id<Session> id, Instant now) {
        return records.sessions().turns(client, id, Id.random()) instanceof EndedSession ended
                        && ended.followUp().isDue(now)
                ? Optional.of(new ClientToAsk(
                        records.clients().get(client),
                        id,
                        ended.endedAt(),
                        ended.followUp(),
                        records.aboutClients().contact(client).told().phone(),
                        records.outbox()
                                .find(client, new MailMatter.FollowUpDue(id).mail())
                                .map(OutboxMail::state)))
                : Optional.empty();
    }
}
