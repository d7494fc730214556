package org.stillpoint.practice.note;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Something is added to a note that was signed, with its reason; what was signed stays as it is. */
public final class AmendSessionNote {

    /**
     * @param key made with the page
     * @param seen the version that was seen
     * @param text what holds from now on
     * @param reason why
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<SessionNote> note,
            Version seen,
            PrivateText text,
            PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AmendSessionNote(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.BadValue if text or reason is blank, or the actor has no account */
    public Answer<SessionNote> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.AMEND_NOTE, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(records.sessionNotes()
                                .update(kept(records, wanted)
                                        .amended(
                                                wanted.text(),
                                                wanted.reason(),
                                                Signers.of(records, actor, clock.instant()))
                                        .seenAt(wanted.seen()))),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(actor, Act.SEE_NOTE, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private static SessionNote kept(Records records, Command wanted) {
        return records.sessionNotes().get(wanted.client(), wanted.note());
    }
}
