package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Words are dictated to a mark after its session, as long as the note is not signed. What was dictated before stays beside it. */
public final class AnnotateMark {

    /**
     * @param id of the annotation, made with the page, so that sending it twice keeps one
     * @param words not blank
     */
    public record Command(Id<Mark> id, Id<Session> session, Id<Mark> mark, PrivateText words) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AnnotateMark(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the session as it stands then.
     *
     * @param client whose session it is
     * @throws BadValue if there are no words
     */
    public Answer<Session> by(Actor actor, Id<Client> client, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ANNOTATE_MARK, wanted.id(), client, wanted),
                        records -> {
                            annotate(records, client, wanted);
                            return new Answer.Done<>(records.sessions().get(client, wanted.session()));
                        },
                        records -> new Answer.Again<>(records.sessions().get(client, wanted.session()))),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(client),
                        records -> records.sessions().get(client, wanted.session())));
    }

    private void annotate(Records records, Id<Client> client, Command wanted) {
        Session session = records.sessions().get(client, wanted.session());
        if (session instanceof OpenSession) {
            throw new Refused(Rule.SESSION_IS_OPEN, session.id());
        }
        NotedSessions.requireNotSigned(records, session);
        if (session.standingMarks().stream().noneMatch(mark -> mark.id().equals(wanted.mark()))) {
            throw new Refused(Rule.NOTHING_TO_UNDO, wanted.mark());
        }
        Instant now = clock.instant();
        records.sessions()
                .append(
                        client,
                        session.id(),
                        new Mark(wanted.id(), now, now, new Moment.Annotated(wanted.mark(), wanted.words())),
                        Optional.empty());
    }
}
