package org.stillpoint.practice.casereport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.AgeBand;
import org.stillpoint.record.client.Client;

/**
 * Tells days of a report as weeks.
 *
 * @param first the first day of week 1
 * @param zone by which days are counted
 */
public record ReportWeeks(LocalDate first, ZoneId zone) {

    public ReportWeek of(LocalDate day) {
        return ReportWeek.of(first, day);
    }

    public ReportWeek of(Instant at) {
        return of(LocalDate.ofInstant(at, zone));
    }

    /** By the day that whoever said it had. */
    public ReportWeek of(CheckIn said) {
        return of(said.day(zone));
    }

    /** Of the year in which week 1 began; empty where the year of birth is not known. */
    public Optional<AgeBand> age(Client client) {
        return client.yearOfBirth().isEmpty()
                ? Optional.empty()
                : Optional.of(AgeBand.of(first.getYear() - client.yearOfBirth().getAsInt()));
    }
}
