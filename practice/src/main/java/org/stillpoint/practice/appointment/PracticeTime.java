package org.stillpoint.practice.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.appointment.Appointment;

/** From a day and a time on the practice's clock to the instant that is meant. */
final class PracticeTime {
    private PracticeTime() {}

    /**
     * The instant; of an hour that comes twice, as when clocks are put back, the first.
     *
     * @throws Refused if there is no such hour on that day, as when clocks are put forward
     */
    static Instant at(LocalDate day, LocalTime time, ZoneId zone, Id<Appointment> id) {
        LocalDateTime said = LocalDateTime.of(day, time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(said);
        if (offsets.isEmpty()) {
            throw new Refused(Rule.NO_SUCH_HOUR, id);
        }
        return said.toInstant(offsets.getFirst());
    }
}
