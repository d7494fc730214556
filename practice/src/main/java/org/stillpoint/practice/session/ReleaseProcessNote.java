package org.stillpoint.practice.session;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleasedNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * The author of a process note, and nobody else, lets it leave with what of the client leaves by FHIR, or no longer. Nothing leaves that its
 * author could not take back: while the client is somebody else's, or once the account has ended, it stays here.
 */
public final class ReleaseProcessNote {

    /**
     * @param key made with the page, so that sending it twice does it once; the account tells by it which note it was
     * @param note the mark whose words they are
     */
    public record Command(Id<NoteRelease> key, Id<Client> client, Id<Session> session, Id<Mark> note) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ReleaseProcessNote(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * It leaves from now on.
     *
     * @throws NotAllowed if somebody else wrote it, or nobody who is known
     * @throws NoSuchRecord if there is no such note, or its mark was taken back
     */
    public Answer<NoteRelease> by(Actor actor, Command wanted) {
        return say(actor, Act.RELEASE_PROCESS_NOTE, wanted, true);
    }

    /**
     * It leaves no more; what has left is elsewhere.
     *
     * @throws NotAllowed if somebody else wrote it
     * @throws NoSuchRecord if there is no such note, or it was never let go
     */
    public Answer<NoteRelease> takeBack(Actor actor, Command wanted) {
        return say(actor, Act.TAKE_BACK_PROCESS_NOTE, wanted, false);
    }

    private Answer<NoteRelease> say(Actor actor, Act act, Command wanted, boolean leaves) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(act, wanted.key(), wanted.client(), wanted),
                        records -> said(records, requireAuthor(records, actor, act, wanted), wanted, leaves),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(
                        actor, Act.SEE_PROCESS_NOTES, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private static Id<Account> requireAuthor(Records records, Actor actor, Act act, Command wanted) {
        Optional<Id<Account>> author = Optional.ofNullable(records.processNotes()
                        .authors(wanted.client(), wanted.session())
                        .get(wanted.note()))
                .orElseThrow(() -> new NoSuchRecord("process note", wanted.note()));
        return author.filter(known -> actor.ownAccount().equals(Optional.of(known)))
                .orElseThrow(() -> new NotAllowed(act.name()));
    }

    private Answer<NoteRelease> said(Records records, Id<Account> author, Command wanted, boolean leaves) {
        Optional<NoteRelease> last = find(records, wanted);
        if (leaves) {
            requireStanding(records, wanted);
        } else if (last.isEmpty()) {
            throw new NoSuchRecord("release of a process note", wanted.note());
        }
        if (last.filter(kept -> kept.leaves() == leaves).isPresent()) {
            return new Answer.Again<>(last.get());
        }
        NoteRelease now = new NoteRelease(
                wanted.key(),
                wanted.client(),
                wanted.session(),
                wanted.note(),
                author,
                clock.instant(),
                last.map(NoteRelease::number).orElse(0) + 1,
                leaves);
        records.noteReleases().add(now);
        return new Answer.Done<>(now);
    }

    private static void requireStanding(Records records, Command wanted) {
        boolean stands = records.sessions().get(wanted.client(), wanted.session()).standingMarks().stream()
                .anyMatch(mark -> mark.id().equals(wanted.note()));
        if (!stands) {
            throw new NoSuchRecord("process note", wanted.note());
        }
    }

    private static Optional<NoteRelease> find(Records records, Command wanted) {
        return Optional.ofNullable(
                NoteRelease.last(records.noteReleases().list(wanted.client())).get(wanted.note()));
    }

    private static NoteRelease kept(Records records, Command wanted) {
        return find(records, wanted).orElseThrow(() -> new NoSuchRecord("process note", wanted.note()));
    }

    /**
     * The notes that leave of a client, within a unit of work: those of which their author said so last and could say otherwise now, and whose mark
     * stands.
     *
     * @param sessions theirs, with their marks
     */
    public static List<ReleasedNote> leaving(Records records, Id<Client> client, List<Session> sessions) {
        return NoteRelease.leaving(records.noteReleases().list(client)).stream()
                .filter(release -> couldTakeBack(records, release))
                .flatMap(release -> sessions.stream()
                        .filter(session -> session.id().equals(release.session()))
                        .flatMap(session -> session.standingMarks().stream())
                        .filter(mark -> mark.id().equals(release.note()))
                        .flatMap(mark -> words(records, release).stream().map(said -> note(release, mark, said))))
                .toList();
    }

    private static boolean couldTakeBack(Records records, NoteRelease release) {
        return records.accounts()
                .find(release.by())
                .filter(author -> new Membership(records)
                        .may(
                                new Actor.Person(author.id(), author.role()),
                                Act.TAKE_BACK_PROCESS_NOTE,
                                Optional.of(release.client())))
                .isPresent();
    }

    /** Its words, where whoever let it leave is its author. */
    private static Optional<ProcessNote> words(Records records, NoteRelease release) {
        Optional<Id<Account>> author = records.processNotes()
                .authors(release.client(), release.session())
                .getOrDefault(release.note(), Optional.empty());
        return author.filter(release.by()::equals)
                .flatMap(own -> Optional.ofNullable(records.processNotes()
                        .list(release.client(), release.session(), own)
                        .get(release.note())));
    }

    private static ReleasedNote note(NoteRelease release, Mark mark, ProcessNote said) {
        return new ReleasedNote(
                release.note(), release.client(), release.session(), release.by(), mark.tappedAt(), release.at(), said);
    }
}
