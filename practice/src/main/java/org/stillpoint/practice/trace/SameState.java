package org.stillpoint.practice.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.examination.Examination;

/** One examination for each marking of the pain. */
final class SameState {

    private SameState() {}

    /** Whether an examination is of the state of the body in which the pain was marked: not where it was marked anew on a later day. */
    static boolean holds(Examination examination, BodyMap map, ZoneId zone) {
        return !day(examination.at(), zone).isBefore(day(map.at(), zone));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
