package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.touch.TouchCheck;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * One moment of a session is marked: a tap. While the session is stopped, none is; hands come to a sensitive area with the client's
 * signature, and anywhere as their touch map lets them. One device holds the session, the first that marks where none did when it started; a
 * tap of another is refused. One that was made in time and comes after the note was signed is kept and shown as
 * that, and does not count.
 */
public final class MarkMoment {

    /**
     * @param session in which
     * @param tap as the device sends it; sending it again is a retry
     * @param hand the device on which it was tapped; empty where that is not told
     */
    public record Command(Id<Session> session, Tap tap, Optional<SessionDevice> hand) {

        /** Where no device is told: taken in as long as none holds the session. */
        public Command(Id<Session> session, Tap tap) {
            this(session, tap, Optional.empty());
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public MarkMoment(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the mark as kept; {@link Answer.Other} where another moment was marked under this id.
     *
     * @param client whose session it is
     */
    public Answer<Mark> by(Actor actor, Id<Client> client, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.TAP, wanted.tap().id(), client, wanted),
                        records -> new Answer.Done<>(mark(records, actor, client, wanted)),
                        records -> new Answer.Again<>(records.sessions()
                                .getMark(client, wanted.session(), wanted.tap().id()))),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(client),
                        records -> records.sessions()
                                .getMark(client, wanted.session(), wanted.tap().id())));
    }

    /** Those marks alone are read that say whether the session is stopped; only an undoing asks for all. */
    private Mark mark(Records records, Actor actor, Id<Client> client, Command wanted) {
        Session session = wanted.tap().moment() instanceof Moment.Undone
                ? records.sessions().get(client, wanted.session())
                : records.sessions()
                        .turns(client, wanted.session(), wanted.tap().id());
        Optional<Mark> kept = session.findMark(wanted.tap().id());
        Tap named = wanted.tap().meaning(DialogueScope.said(actor, wanted.tap().moment()));
        if (kept.isPresent() && tapped(kept.get()).equals(named.moment())) {
            return kept.get(); // marked before its deed was remembered, or after it was forgotten
        }
        Instant now = clock.instant();
        DialogueScope.require(records, actor, session.id(), named.moment());
        Tap tap = named.heldWithin(session.startedAt(), now);
        session.requireHand(tap, wanted.hand());
        Mark accepted = session.accept(tap, now);
        ConsentCheck.requireSigned(records, client, accepted.moment(), accepted.tappedAt(), clock);
        TouchCheck.require(records, client, session, accepted.moment(), accepted.tappedAt());
        if (session instanceof OpenSession && session.findHand(Instant.MAX).isEmpty()) {
            wanted.hand().ifPresent(first -> TakeOverSession.taken(records, session, first, accepted.tappedAt()));
        }
        Mark mark = NotedSessions.isSigned(records, session) ? accepted.afterSigning() : accepted;
        records.sessions()
                .append(
                        client,
                        session.id(),
                        mark,
                        wanted.tap().note().map(note -> new AuthoredNote(note, actor.ownAccount())));
        return mark;
    }

    private static Moment tapped(Mark kept) {
        return kept.moment() instanceof Moment.AfterSigning(Moment tapped) ? tapped : kept.moment();
    }
}
