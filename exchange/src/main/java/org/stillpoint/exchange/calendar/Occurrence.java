package org.stillpoint.exchange.calendar;

import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * One time at which something of a calendar happens.
 *
 * @param uid what the event is known by, made up from it where the file says nothing
 * @param instance which one of a series, as its rule has it, however it was moved; empty where it does not repeat
 * @param summary what it is called, in the words of the file; empty where it is called nothing
 * @param status as the file says, in capitals; empty where it says nothing
 * @param free whether it takes up no time
 * @param sequence how often it was changed, as the file says
 */
public record Occurrence(
        String uid,
        String instance,
        CalendarTime start,
        CalendarTime end,
        String summary,
        String status,
        boolean free,
        int sequence) {

    /** What its event is known by, as a hash: a name may stand in it. */
    public String eventKey() {
        return Fingerprint.of(uid);
    }

    /** Which time of its event it is, as a hash; it stays when that time is moved. */
    public String instanceKey() {
        return Fingerprint.of(uid + "\n" + instance);
    }

    /** Whether it was called off. */
    public boolean isCancelled() {
        return "CANCELLED".equals(status);
    }

    /** Whether it takes up time of whoever's calendar it is. */
    public boolean isBusy() {
        return !free && !isCancelled();
    }

    /** The same, told by this clock where it was written in UTC. */
    Occurrence by(ZoneRules clock) {
        return start.isUtc()
                ? new Occurrence(uid, instance, start.by(clock), end.by(clock), summary, status, free, sequence)
                : this;
    }

    /** Whether it lies, in part, between two moments by the reader's clock. */
    boolean lies(Window window, ZoneId reader) {
        boolean endsBefore = !end.instant(reader).isAfter(window.from());
        boolean startsBefore = start.instant(reader).isBefore(window.from());
        return start.instant(reader).isBefore(window.until()) && !(endsBefore && startsBefore);
    }
}
