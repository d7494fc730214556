package org.stillpoint.practice.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;

/**
 * What a plan follows from.
 *
 * @param today the day of the plan
 * @param zone by which days are counted
 * @param held the sessions that have ended, with their marks, the earliest first
 * @param trace what the model makes of the marked pain; empty where none is marked
 * @param found what hands found in this state of the body
 * @param told events that the client has told, the earliest told first
 * @param touch where touch is welcome, as it was said each time, the earliest first
 * @param signed sensitive areas that are signed for now
 * @param diary the check-ins, the earliest first
 * @param check the latest safety check
 */
record PlanFacts(
        LocalDate today,
        ZoneId zone,
        List<EndedSession> held,
        Optional<TracedSites> trace,
        Optional<Examination> found,
        List<TraumaEvent> told,
        List<TouchMap> touch,
        Set<SensitiveArea> signed,
        List<CheckIn> diary,
        Optional<SafetyCheck> check) {

    /**
     * Places worth feeling.
     *
     * @param sites that which accounts for most pain first
     * @param marked when the pain was marked
     */
    record TracedSites(List<Site> sites, Instant marked) {}

    Optional<EndedSession> last() {
        return held.isEmpty() ? Optional.empty() : Optional.of(held.getLast());
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
