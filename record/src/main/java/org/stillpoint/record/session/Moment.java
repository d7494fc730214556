package org.stillpoint.record.session;

import java.util.Optional;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;

/** What can be marked in a session. */
public sealed interface Moment {

    /** Whether it says, or may say, what may be marked next or whether the session may end: that it is stopped, goes on, how far the client is
     * grounded, which device holds it, that they were asked about touch, or that one of these was meant otherwise. */
    default boolean turns() {
        return switch (this) {
            case StopSignal any -> true;
            case Resumed any -> true;
            case ConsentEnded any -> true;
            case TouchAsked any -> true;
            case Grounded any -> true;
            case StepTaken any -> true;
            case AskedAfterStop any -> true;
            case HelpCalled any -> true;
            case HandTaken any -> true;
            case Undone any -> true;
            case Amended any -> true;
            default -> false;
        };
    }

    /** Client and practitioner come to rest. */
    record Settled() implements Moment {}

    /**
     * A contraction is engaged.
     *
     * @param technique how; may be empty
     */
    record SiteEngaged(Site site, PrivateText technique) implements Moment {}

    /** The stillpoint. */
    record Stillpoint() implements Moment {}

    /** The rhythm halts: a significance stop. A palpatory impression; it enters no inference and no statistic. */
    record SignificanceStop() implements Moment {}

    /** A sign of release. */
    record SignOfRelease(ReleaseSign sign) implements Moment {}

    /** Whether the client's words may come with it: they are a {@link ProcessNote}, which travels and is kept apart from the chart. */
    default boolean mayHaveWords() {
        return switch (this) {
            case MemorySurfaced any -> true;
            case ImageAppeared any -> true;
            case EmotionFelt any -> true;
            default -> false;
        };
    }

    /**
     * A memory surfaced.
     *
     * @param first who spoke of it first; empty where nobody noted it
     */
    record MemorySurfaced(Optional<SpokeFirst> first) implements Moment {
        public MemorySurfaced() {
            this(Optional.empty());
        }
    }

    /**
     * An image appeared, which may be no memory.
     *
     * @param first as of a memory
     */
    record ImageAppeared(Optional<SpokeFirst> first) implements Moment {}

    /**
     * An emotion was felt.
     *
     * @param first as of a memory
     */
    record EmotionFelt(Optional<SpokeFirst> first) implements Moment {}

    /**
     * The body takes a position of itself.
     *
     * @param how in the words of whoever marks it; may be empty
     */
    record PositionTaken(PrivateText how) implements Moment {}

    /** The body does something of itself. */
    record Observed(SpontaneousSign what) implements Moment {}

    /**
     * Arcing: from where hands lie, the therapist gives a direction. A palpatory impression, which enters no trace and no inference.
     *
     * @param station where hands lay
     * @param from the middle of that region then, m, in the frame of the atlas
     * @param towards the direction
     * @param traceSeen whether the trace had been opened in this visit before
     */
    record Arced(RegionCode station, Point from, Heading towards, boolean traceSeen) implements Moment {}

    /**
     * What the therapist did in talk.
     *
     * @param by whose account marked it; empty as it is tapped, and where a program did
     */
    record Dialogue(DialogueKind what, Optional<Id<Account>> by) implements Moment {}

    /** What came up is put together, in words or in rest. */
    record Integrated() implements Moment {}

    /** A step of grounding was gone through without a stop. */
    record GroundingStep() implements Moment {}

    /** How aware the client is, 0 not at all to 10 fully. */
    record Awareness(Score0To10 score) implements Moment {}

    /** How distressed the client is, 0 not at all to 10 the most. */
    record Distress(Score0To10 score) implements Moment {}

    /**
     * The contraction lets go.
     *
     * @param extent the share of the held contraction that let go, as the practitioner judges it, 0 to 1
     */
    record Release(Site site, double extent) implements Moment {
        public Release {
            if (!(extent >= 0 && extent <= 1)) {
                throw new BadValue("extent of the release", String.valueOf(extent), "0 to 1");
            }
            extent += 0.0; // -0.0 becomes 0.0
        }
    }

    /**
     * The contraction lets go, as the client judges, who does not see what the practitioner judged.
     *
     * @param extent the share of it, 0 to 1
     */
    record ReleaseFelt(Site site, double extent) implements Moment {
        public ReleaseFelt {
            if (!(extent >= 0 && extent <= 1)) {
                throw new BadValue("extent of the release", String.valueOf(extent), "0 to 1");
            }
            extent += 0.0; // -0.0 becomes 0.0
        }
    }

    /** The work rests. */
    record Paused() implements Moment {}

    /** The work goes on. */
    record Resumed() implements Moment {}

    /** The client signals stop. */
    record StopSignal() implements Moment {}

    /**
     * The client was asked whether hands may come to a place.
     *
     * @param yes what they said; else not today
     */
    record TouchAsked(Site site, boolean yes) implements Moment {}

    /** The client takes their consent back: the session is stopped, and does not go on. It is marked by that act alone. */
    record ConsentEnded() implements Moment {}

    /** Something shows that it is too much for the client; it may be marked while the session is stopped too. */
    record SignNoticed(SignToStop sign) implements Moment {}

    /**
     * After a stop one of the practice's steps of grounding was gone through.
     *
     * @param number counted from 1, {@value #MOST} at most
     * @param sentence as it stood on the page; empty where it was not sent
     */
    record StepTaken(int number, PrivateText sentence) implements Moment {
        /** Own choice, 2026: more are not gone through with somebody who needs rest. */
        public static final int MOST = 10;

        /** Own choice, 2026: what is read at a glance. */
        public static final int MOST_CHARACTERS = 300;

        public StepTaken {
            if (number < 1 || number > MOST) {
                throw new BadValue("grounding step", String.valueOf(number), "1 to " + MOST);
            }
            if (sentence.value().length() > MOST_CHARACTERS) {
                throw new BadValue(
                        "grounding step",
                        "of " + sentence.value().length() + " characters",
                        "up to " + MOST_CHARACTERS);
            }
        }
    }

    /** After a stop the client, or whoever looks at them, answers what is asked before they are let go. The last answer counts. */
    record AskedAfterStop(AfterStop what, boolean yes) implements Moment {}

    /**
     * After a stop the client's distress was asked for again: the last of what grounds them.
     *
     * @param distress as the client says it then
     */
    record Grounded(Score0To10 distress) implements Moment {}

    /** After a stop somebody has read the page for emergencies and rung for help, or knows that help is there: nobody has to be grounded first. */
    record HelpCalled() implements Moment {}

    /** A device takes the session up, or over from another. It is marked by acts alone, and is none of what happened in the session. */
    record HandTaken(SessionDevice hand) implements Moment {}

    /**
     * A tap that was made in time and came only after the note of its session was signed. It is kept and shown, and does not count: what of
     * it holds is said by an amendment of the note.
     *
     * @param moment what was tapped
     */
    record AfterSigning(Moment moment) implements Moment {
        public AfterSigning {
            if (moment instanceof AfterSigning) {
                throw new BadValue("mark after signing", "within another", "what was tapped");
            }
        }
    }

    /**
     * Words that were dictated to an earlier mark after the session. They stand beside it; the last ones are read first.
     *
     * @param words not blank
     */
    record Annotated(Id<Mark> mark, PrivateText words) implements Moment {
        public Annotated {
            if (words.value().isBlank()) {
                throw new BadValue("dictated words", "blank", "a text");
            }
        }
    }

    /** An earlier mark was a slip of the finger. It stays in the record and no longer counts. */
    record Undone(Id<Mark> mark) implements Moment {}

    /**
     * An earlier mark is amended, after the session too. It stays in the record and no longer counts.
     *
     * @param meant what was meant, which counts in its place and at its instant; empty where nothing was
     */
    record Amended(Id<Mark> mark, Optional<Moment> meant) implements Moment {
        public Amended {
            if (meant.filter(moment -> moment instanceof Undone
                            || moment instanceof Amended
                            || moment instanceof Annotated
                            || moment instanceof ConsentEnded
                            || moment instanceof HandTaken)
                    .isPresent()) {
                throw new BadValue("amended mark", "which takes another back", "something that is marked");
            }
        }
    }
}
