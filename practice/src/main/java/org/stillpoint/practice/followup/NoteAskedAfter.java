package org.stillpoint.practice.followup;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.followup.WayOfAsking;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody notes that they asked a client how it went after a session: with that its follow-up is done. */
public final class NoteAskedAfter {

    /**
     * @param id made with the page
     * @param session after which
     * @param said what the client said, not blank
     */
    public record Command(
            Id<AskedAfter> id, Id<Client> client, Id<Session> session, WayOfAsking how, PrivateText said) {}

    private final UnitOfWork work;
    private final Clock clock;

    public NoteAskedAfter(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where the session goes on.
     *
     * @throws BadValue if nothing is written of what they said
     */
    public Answer<Id<AskedAfter>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.NOTE_ASKED_AFTER, wanted.id(), wanted.client(), wanted),
                        records -> {
                            note(records, actor, wanted);
                            return new Answer.Done<>(wanted.id());
                        },
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }

    private void note(Records records, Actor actor, Command wanted) {
        if (records.sessions().head(wanted.client(), wanted.session()) instanceof OpenSession open) {
            throw new Refused(Rule.SESSION_IS_OPEN, open.id());
        }
        records.askedAfters()
                .add(new AskedAfter(
                        wanted.id(),
                        wanted.client(),
                        wanted.session(),
                        clock.instant(),
                        actor.ownAccount(),
                        wanted.how(),
                        wanted.said()));
    }
}
