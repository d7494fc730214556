package org.stillpoint.practice.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.BodyMaps;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;

/** The state of the body that is traced. */
final class MarkedPain {

    private MarkedPain() {}

    /** The newest map, where any pain is marked on it. */
    static Optional<BodyMap> find(BodyMaps bodyMaps, Id<Client> client) {
        return bodyMaps.findLatest(client).filter(MarkedPain::hurts);
    }

    /** Whether any pain is marked on a map. */
    static boolean hurts(BodyMap map) {
        return map.pain().values().stream().anyMatch(score -> score.value() > 0);
    }

    /** Whether an examination is of the state in which the pain was marked: not where it was marked anew on a later day. */
    static boolean sameState(Examination examination, BodyMap map, ZoneId zone) {
        return !day(examination.at(), zone).isBefore(day(map.at(), zone));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
