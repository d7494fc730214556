package org.stillpoint.practice.session;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A session that was started by mistake, in which nothing was marked or noted, counts nowhere any more. That it was, when, why it was voided and
 * by whom is kept with what was mended.
 */
public final class VoidSession {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param session which
     * @param reason why
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<Session> session, PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public VoidSession(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the session as it was, or as it is kept where it was not voided; empty on a retry.
     *
     * @throws BadValue if no reason is given
     */
    public Answer<Optional<Session>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.VOID_SESSION, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(Optional.of(voided(records, actor, wanted))),
                        records -> new Answer.Again<>(Optional.empty())),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(wanted.client()),
                        records -> records.sessions().find(wanted.client(), wanted.session())));
    }

    private Session voided(Records records, Actor actor, Command wanted) {
        Session session = records.sessions().get(wanted.client(), wanted.session());
        if (!session.isUnmarked()
                || records.ownNotes().isAny(wanted.client(), session.id())
                || records.askedAfters()
                        .findFirst(wanted.client(), session.id())
                        .isPresent()) {
            throw new Refused(Rule.SESSION_HAS_MARKS, session.id());
        }
        for (SessionNote note : records.sessionNotes().listOf(wanted.client(), session.id())) {
            if (!note.draft().isEmpty() || !note.signatures().isEmpty() || note.isStruckOut()) {
                throw new Refused(Rule.SESSION_HAS_MARKS, session.id());
            }
            records.sessionNotes().remove(wanted.client(), note.id(), note.version());
        }
        leavePlan(records, session);
        Optional<Id<Session>> next = records.sessions().heads(wanted.client()).stream()
                .filter(other -> other.startedAt().isAfter(session.startedAt()))
                .map(Session::id)
                .findFirst();
        records.history().relock(wanted.client(), session.id(), next);
        records.sessions().remove(wanted.client(), session.id());
        new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                .struckOut(records, session.id(), content(session), wanted.reason());
        return session;
    }

    /** What was planned stays planned for the session to come, unless another plan is. */
    private static void leavePlan(Records records, Session session) {
        records.sessionPlans().findOf(session.client(), session.id()).ifPresent(plan -> {
            if (records.sessionPlans().findOpen(session.client()).isPresent()) {
                records.sessionPlans().remove(session.client(), plan.id(), plan.version());
            } else {
                records.sessionPlans().update(plan.of(Optional.empty()));
            }
        });
    }

    private static EntryContent content(Session session) {
        return switch (session) {
            case OpenSession open -> new EntryContent.SessionEntry(open.startedAt(), Optional.empty());
            case EndedSession ended -> new EntryContent.SessionEntry(ended.startedAt(), Optional.of(ended.endedAt()));
        };
    }
}
