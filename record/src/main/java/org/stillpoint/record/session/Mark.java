package org.stillpoint.record.session;

import java.time.Instant;
import org.stillpoint.record.Id;

/**
 * A mark as it is kept in the chart: never changed, never removed.
 *
 * @param tappedAt the instant of the tap, by the device's clock
 * @param recordedAt the instant of being recorded, by the record's own clock
 */
public record Mark(Id<Mark> id, Instant tappedAt, Instant recordedAt, Moment moment) {

    /** The same mark, which came after the note of its session was signed. */
    public Mark afterSigning() {
        return meaning(new Moment.AfterSigning(moment));
    }

    /** The same mark, as it was meant. */
    Mark meaning(Moment meant) {
        return new Mark(id, tappedAt, recordedAt, meant);
    }
}
