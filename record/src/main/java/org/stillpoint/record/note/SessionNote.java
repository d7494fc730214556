package org.stillpoint.record.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;

/**
 * The note of a session: written until it is signed, then locked, amended and, where it should not stand, struck out. Nothing of it is
 * ever taken away.
 *
 * @param session which it is of; empty where it was moved here from another client's record
 * @param heldAt when that session was started
 * @param draft what was typed, as long as it is not locked
 * @param writtenAt when it was written as it stands
 * @param signatures the earliest first
 * @param amendments the earliest first
 * @param version grows with each change
 */
public record SessionNote(
        Id<SessionNote> id,
        Id<Client> client,
        Optional<Id<Session>> session,
        Instant heldAt,
        NoteDraft draft,
        Instant writtenAt,
        List<NoteSignature> signatures,
        List<NoteAmendment> amendments,
        Optional<NoteStrike> strike,
        Optional<NoteCopy> copy,
        Version version) {

    public SessionNote {
        signatures = List.copyOf(signatures);
        amendments = List.copyOf(amendments);
    }

    /** The note of a session into which nobody has typed yet. */
    public static SessionNote of(EndedSession session, Instant now) {
        return begun(Id.random(), session, NoteDraft.NONE, now);
    }

    /** The same, under an id and with what was typed. */
    public static SessionNote begun(Id<SessionNote> id, Session session, NoteDraft draft, Instant now) {
        return new SessionNote(
                id,
                session.client(),
                Optional.of(session.id()),
                session.startedAt(),
                draft,
                now,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Version.FIRST);
    }

    /** This note's text in the record of another client, to be signed there. */
    public SessionNote copiedTo(Id<Client> other, Id<SessionNote> as, Map<NotePart, PrivateText> text, NoteCopy how) {
        return new SessionNote(
                as,
                other,
                Optional.empty(),
                heldAt,
                new NoteDraft(Map.of(), text),
                how.by().at(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(how),
                Version.FIRST);
    }

    /** What stands in it: the text that was signed, or, of one that nobody has signed, what was typed. */
    public List<NoteLine> text() {
        return signature().map(NoteSignature::lines).orElseGet(draft::lines);
    }

    /** Whether it is signed, and nothing but amendments is added any more. */
    public boolean isLocked() {
        return signatures.stream().anyMatch(NoteSignature::locks);
    }

    public boolean isStruckOut() {
        return strike.isPresent();
    }

    /** Whether it waits for somebody to sign it. */
    public boolean isToSign() {
        return !isLocked() && !isStruckOut();
    }

    /** The signature that locked it, or the last one; empty where nobody has signed. */
    public Optional<NoteSignature> signature() {
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures.getLast());
    }

    /** When anything was written, signed or added last. */
    public Instant changedAt() {
        return Stream.of(
                        Stream.of(writtenAt),
                        signatures.stream().map(each -> each.by().at()),
                        amendments.stream().map(each -> each.by().at()),
                        strike.stream().map(each -> each.by().at()))
                .flatMap(each -> each)
                .max(Comparator.naturalOrder())
                .orElse(writtenAt);
    }

    /** With what was typed; hand it to {@link SessionNotes#update}, as with each of the following. */
    public SessionNote written(NoteDraft typed, Instant now) {
        requireToSign();
        return with(typed, now, signatures, amendments, strike);
    }

    /** Signed. */
    public SessionNote signed(NoteSignature signature) {
        requireToSign();
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return with(signature.locks() ? NoteDraft.NONE : draft, writtenAt, all, amendments, strike);
    }

    /**
     * Amended.
     *
     * @throws Refused if it is not signed, or struck out
     * @throws BadValue if text or reason is blank
     */
    public SessionNote amended(PrivateText text, PrivateText reason, SignedAs by) {
        if (!isLocked() || isStruckOut()) {
            throw new Refused(Rule.NOTE_IS_NOT_SIGNED, id);
        }
        List<NoteAmendment> all = new ArrayList<>(amendments);
        String before = amendments.isEmpty()
                ? signatures.getLast().hash()
                : amendments.getLast().hash();
        all.add(new NoteAmendment(text, reason, by, NoteHash.ofAmendment(before, reason.value(), text.value())));
        return with(draft, writtenAt, signatures, all, strike);
    }

    /** Struck out. */
    public SessionNote struckOut(NoteStrike how) {
        if (isStruckOut()) {
            throw new Refused(Rule.NOTE_IS_STRUCK_OUT, id);
        }
        return with(draft, writtenAt, signatures, amendments, Optional.of(how));
    }

    /** The same, as seen at another version. */
    public SessionNote seenAt(Version seen) {
        return new SessionNote(
                id, client, session, heldAt, draft, writtenAt, signatures, amendments, strike, copy, seen);
    }

    private void requireToSign() {
        if (!isToSign()) {
            throw new Refused(isStruckOut() ? Rule.NOTE_IS_STRUCK_OUT : Rule.NOTE_IS_SIGNED, id);
        }
    }

    private SessionNote with(
            NoteDraft typed,
            Instant at,
            List<NoteSignature> signed,
            List<NoteAmendment> amended,
            Optional<NoteStrike> struck) {
        return new SessionNote(id, client, session, heldAt, typed, at, signed, amended, struck, copy, version);
    }

    /** Hides what was noted. */
    @Override
    public String toString() {
        return "SessionNote[" + id + "]";
    }
}
