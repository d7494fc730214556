package org.stillpoint.practice.note;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteCopy;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteStrike;
import org.stillpoint.record.note.OtherRecord;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A note that should not stand is struck out; it stays readable. Where it stood in the wrong client's record it is copied to the right one
 * first, to be signed there. Both records tell of it, each in an act and an entry of the account of its own.
 */
public final class StrikeOutSessionNote {

    /**
     * @param key made with the page
     * @param seen the version that was seen
     * @param reason why
     * @param move where to; empty where it belongs nowhere
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<SessionNote> note,
            Version seen,
            PrivateText reason,
            Optional<NoteMove> move) {}

    /**
     * Into another client's record.
     *
     * @param to whose
     * @param as the id of the copy, made with the page
     * @param text what the note says, by its parts
     */
    public record NoteMove(Id<Client> to, Id<SessionNote> as, Map<NotePart, PrivateText> text) {}

    private final UnitOfWork work;
    private final Clock clock;

    public StrikeOutSessionNote(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the note that was struck out.
     *
     * @throws org.stillpoint.record.BadValue if the reason is blank, or the actor has no account
     * @throws org.stillpoint.record.NotAllowed if the actor may not write in either record; nothing is struck out then
     */
    public Answer<SessionNote> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> {
                    SessionNote seen = work.read(
                            actor, Act.SEE_NOTE, Optional.of(wanted.client()), records -> kept(records, wanted));
                    if (!seen.isStruckOut() && !seen.version().equals(wanted.seen())) {
                        throw new StaleRecord(wanted.note(), wanted.seen(), seen.version());
                    }
                    wanted.move()
                            .filter(move -> !seen.isStruckOut())
                            .ifPresent(move -> copy(actor, seen, wanted, move));
                    return strike(actor, wanted);
                },
                () -> work.read(actor, Act.SEE_NOTE, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private void copy(Actor actor, SessionNote original, Command wanted, NoteMove move) {
        work.run(
                actor,
                Deeds.of(Act.COPY_NOTE, move.as(), move.to(), wanted),
                records -> {
                    records.sessionNotes()
                            .add(original.copiedTo(
                                    move.to(),
                                    move.as(),
                                    move.text(),
                                    new NoteCopy(
                                            new OtherRecord(wanted.client(), wanted.note()),
                                            wanted.reason(),
                                            Signers.of(records, actor, clock.instant()))));
                    return move.as();
                },
                records -> move.as());
    }

    private Answer<SessionNote> strike(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.STRIKE_OUT_NOTE, wanted.key(), wanted.client(), wanted),
                records -> new Answer.Done<>(records.sessionNotes()
                        .update(kept(records, wanted)
                                .struckOut(new NoteStrike(
                                        wanted.reason(),
                                        Signers.of(records, actor, clock.instant()),
                                        wanted.move().map(move -> new OtherRecord(move.to(), move.as()))))
                                .seenAt(wanted.seen()))),
                records -> new Answer.Again<>(kept(records, wanted)));
    }

    private static SessionNote kept(Records records, Command wanted) {
        return records.sessionNotes().get(wanted.client(), wanted.note());
    }
}
