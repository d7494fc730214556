package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.practice.touch.TouchCheck;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A mark is mended after it can no longer be undone: by an amendment that is appended, for no mark is ever changed. Once the note of its session
 * is signed, the note is amended instead.
 */
public final class AmendMark {

    /**
     * @param id of the amendment, made with the page, so that sending it twice does it once
     * @param session in which
     * @param mark which
     * @param seen the version that was seen, by {@link Session#versionOf}
     * @param meant what was meant, of the same kind; empty where the mark is struck out
     * @param reason why; needed where it is struck out
     */
    public record Command(
            Id<Mark> id,
            Id<Session> session,
            Id<Mark> mark,
            Version seen,
            Optional<Moment> meant,
            PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AmendMark(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the session as it stands then.
     *
     * @param client whose session it is
     * @throws org.stillpoint.record.BadValue if what was meant is of another kind, or a strike-out has no reason
     */
    public Answer<Session> by(Actor actor, Id<Client> client, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.AMEND_MARK, wanted.id(), client, wanted),
                        records -> {
                            amend(records, actor, client, wanted);
                            return new Answer.Done<>(records.sessions().get(client, wanted.session()));
                        },
                        records -> new Answer.Again<>(records.sessions().get(client, wanted.session()))),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(client),
                        records -> records.sessions().get(client, wanted.session())));
    }

    private void amend(Records records, Actor actor, Id<Client> client, Command wanted) {
        Session session = records.sessions().get(client, wanted.session());
        if (session instanceof OpenSession && session.findStop(clock.instant()).isPresent()) {
            throw new Refused(Rule.SESSION_IS_STOPPED, session.id()); // no way round the stop, not by striking it out
        }
        NotedSessions.requireNotSigned(records, session);
        Mark standing = session.standingMarks().stream()
                .filter(mark -> mark.id().equals(wanted.mark()))
                .findFirst()
                .orElseThrow(() -> new Refused(Rule.NOTHING_TO_UNDO, wanted.mark()));
        if (standing.moment() instanceof Moment.ConsentEnded) {
            throw new Refused(Rule.CONSENT_IS_WITHDRAWN, wanted.mark()); // it was the client's, and no slip
        }
        wanted.meant().ifPresent(meant -> DialogueScope.require(records, actor, session.id(), meant));
        if (session instanceof OpenSession) {
            wanted.meant().ifPresent(meant -> {
                ConsentCheck.requireSigned(records, client, meant, standing.tappedAt(), clock);
                TouchCheck.require(records, client, session, meant, standing.tappedAt());
            });
        }
        Version kept = session.versionOf(wanted.mark());
        if (!kept.equals(wanted.seen())) {
            throw new StaleRecord(wanted.mark(), wanted.seen(), kept);
        }
        wanted.meant()
                .filter(meant -> meant.getClass() != standing.moment().getClass())
                .ifPresent(other -> {
                    throw new BadValue("mark", "of another kind", "of the kind that it was");
                });
        Instant now = clock.instant();
        records.sessions()
                .append(
                        client,
                        session.id(),
                        new Mark(wanted.id(), now, now, new Moment.Amended(wanted.mark(), wanted.meant())),
                        Optional.empty());
        Mending mending = new Mending(actor, wanted.id(), client, now);
        EntryContent before = content(session, standing, standing.moment());
        wanted.meant()
                .ifPresentOrElse(
                        meant -> mending.corrected(
                                records, standing.id(), before, content(session, standing, meant), wanted.reason()),
                        () -> mending.struckOut(records, standing.id(), before, wanted.reason()));
    }

    private static EntryContent content(Session session, Mark mark, Moment moment) {
        return new EntryContent.MarkEntry(session.id(), mark.tappedAt(), moment);
    }
}
