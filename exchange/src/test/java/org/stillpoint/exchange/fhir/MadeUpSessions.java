package org.stillpoint.exchange.fhir;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Point;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteStrike;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Heading;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.ReleasedNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.SpontaneousSign;

/** Sessions of a client who does not exist, with their marks and notes. */
public final class MadeUpSessions {
    private static final int KINDS_THAT_LEAVE = 25;

    private final MadeUpRecord made;

    MadeUpSessions(MadeUpRecord made) {
        this.made = made;
    }

    /** Any direction; or one along an axis, as a page computes it: with a cosine that is all but 0. */
    private Heading heading() {
        return made.random.nextBoolean()
                ? Heading.along(made.random.nextGaussian(), made.random.nextGaussian(), made.random.nextGaussian())
                : Heading.along(1, 0, Math.cos(Math.PI / 2));
    }

    private Moment moment(int kind) {
        return switch (kind) {
            case 0 -> new Moment.Settled();
            case 1 -> new Moment.SiteEngaged(made.site(), made.perhapsWords());
            case 2 -> new Moment.Stillpoint();
            case 3 -> new Moment.SignificanceStop();
            case 4 -> new Moment.SignOfRelease(made.one(ReleaseSign.class));
            case 5 -> new Moment.PositionTaken(made.perhapsWords());
            case 6 -> new Moment.Observed(made.one(SpontaneousSign.class));
            case 7 -> new Moment.Integrated();
            case 8 -> new Moment.GroundingStep();
            case 9 -> new Moment.Awareness(made.score());
            case 10 -> new Moment.Distress(made.score());
            case 11 -> new Moment.Release(made.site(), made.random.nextDouble());
            case 12 -> new Moment.ReleaseFelt(made.site(), made.random.nextInt(11) / 10.0);
            case 13 -> new Moment.Paused();
            case 14 -> new Moment.Resumed();
            case 15 -> new Moment.StopSignal();
            case 16 -> new Moment.TouchAsked(made.site(), made.random.nextBoolean());
            case 17 -> new Moment.ConsentEnded();
            case 18 ->
                new Moment.Arced(
                        made.region(),
                        new Point(made.random.nextGaussian(), made.random.nextGaussian(), made.random.nextGaussian()),
                        heading(),
                        made.random.nextBoolean());
            case 19 ->
                new Moment.Dialogue(
                        made.one(DialogueKind.class),
                        made.perhaps(() -> made.random.nextBoolean() ? made.therapist : made.id()));
            case 20 -> new Moment.SignNoticed(made.one(SignToStop.class));
            case 21 -> new Moment.StepTaken(1 + made.random.nextInt(Moment.StepTaken.MOST), made.perhapsWords());
            case 22 -> new Moment.AskedAfterStop(made.one(AfterStop.class), made.random.nextBoolean());
            case 23 -> new Moment.HelpCalled();
            default -> new Moment.Grounded(made.score());
        };
    }

    /** A session with a mark of each kind that may leave. */
    public Session session(Id<SafetyCheck> check) {
        Instant start = made.past();
        List<Mark> marks = new ArrayList<>();
        for (int kind = 0; kind < KINDS_THAT_LEAVE; kind++) {
            Instant at = start.plusSeconds(60L * kind);
            marks.add(new Mark(made.id(), at, at.plusMillis(250), moment(kind)));
        }
        return new EndedSession(made.id(), made.client, check, start, start.plus(Duration.ofMinutes(45)), marks);
    }

    public Mark memory(Session in) {
        return mark(in, new Moment.MemorySurfaced());
    }

    /** A mark at the start of a session. */
    public Mark mark(Session in, Moment what) {
        return new Mark(made.id(), in.startedAt(), in.startedAt(), what);
    }

    private SignedAs signed(Instant at) {
        return new SignedAs(made.therapist, new SignInName("ann"), at);
    }

    /** What was said in a session and its author let leave, in any characters that can be typed. */
    public ReleasedNote released(Id<Session> session) {
        return new ReleasedNote(
                made.id(),
                made.client,
                session,
                made.therapist,
                made.past(),
                made.past(),
                new ProcessNote(new PrivateText(made.words().value() + " \u0007")));
    }

    public SessionNote note(Optional<Id<Session>> session, int amendments, boolean struckOut) {
        List<NoteLine> lines = Arrays.stream(NotePart.values())
                .flatMap(part -> Stream.of(
                        new NoteLine(part, made.words(), List.of()), new NoteLine(part, made.words(), List.of())))
                .toList();
        Instant at = made.past();
        SessionNote note = new SessionNote(
                        made.id(),
                        made.client,
                        session,
                        at.minusSeconds(7200),
                        NoteDraft.NONE,
                        at,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        made.version())
                .signed(NoteSignature.under(lines, signed(at), true));
        for (int i = 1; i <= amendments; i++) {
            note = note.amended(made.words(), new PrivateText("the reason " + i), signed(at.plusSeconds(60L * i)));
        }
        return struckOut
                ? note.struckOut(
                        new NoteStrike(new PrivateText("wrong day"), signed(at.plusSeconds(6000)), Optional.empty()))
                : note;
    }
}
