package org.stillpoint.record.session;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;

/**
 * A mark as the device sends it. Sending it again with the same id is a retry and adds nothing.
 *
 * @param id made by the device at the tap
 * @param at the instant of the tap, by the device's clock
 * @param note the client's words; only where {@link Moment#mayHaveWords}
 */
public record Tap(Id<Mark> id, Instant at, Moment moment, Optional<ProcessNote> note) {

    public Tap {
        if (note.isPresent() && !moment.mayHaveWords()) {
            throw new BadValue("process note", "with another moment", "only with a memory, an image or an emotion");
        }
    }

    public static Tap of(Id<Mark> id, Instant at, Moment moment) {
        return new Tap(id, at, moment, Optional.empty());
    }

    /** A memory that surfaced, with the client's words. */
    public static Tap memory(Id<Mark> id, Instant at, ProcessNote note) {
        return new Tap(id, at, new Moment.MemorySurfaced(), Optional.of(note));
    }

    /** The same tap, of another moment. */
    public Tap meaning(Moment other) {
        return new Tap(id, at, other, note);
    }

    /** The same tap, its instant held between two others: a device's clock may run ahead or behind. */
    public Tap heldWithin(Instant earliest, Instant latest) {
        Instant held = at.isBefore(earliest) ? earliest : at.isAfter(latest) ? latest : at;
        return new Tap(id, held, moment, note);
    }
}
