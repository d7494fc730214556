package org.stillpoint.record.session;

import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;

/** What can be marked in a session. */
public sealed interface Moment {

    /** Whether it says, or may say, what may be marked next: that the session is stopped, goes on, that the client was asked about touch, or that one
     * of these was meant otherwise. */
    default boolean turns() {
        return switch (this) {
            case StopSignal any -> true;
            case Resumed any -> true;
            case ConsentEnded any -> true;
            case TouchAsked any -> true;
            case Grounded any -> true;
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

    /** A memory surfaced. The client's words are a {@link ProcessNote}, which travels and is kept apart from the chart. */
    record MemorySurfaced() implements Moment {}

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

    /**
     * After a stop the client is back: the steps of grounding were gone through, and distress was asked for again.
     *
     * @param distress as the client says it then
     */
    record Grounded(Score0To10 distress) implements Moment {}

    /** An earlier mark was a slip of the finger. It stays in the record and no longer counts. */
    record Undone(Id<Mark> mark) implements Moment {}

    /**
     * An earlier mark is amended, after the session too. It stays in the record and no longer counts.
     *
     * @param meant what was meant, which counts in its place and at its instant; empty where nothing was
     */
    record Amended(Id<Mark> mark, Optional<Moment> meant) implements Moment {
        public Amended {
            if (meant.filter(moment ->
                            moment instanceof Undone || moment instanceof Amended || moment instanceof ConsentEnded)
                    .isPresent()) {
                throw new BadValue("amended mark", "which takes another back", "something that is marked");
            }
        }
    }
}
