package org.stillpoint.exchange.fhir.served;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.Optional;

/**
 * The time that a date of FHIR means: a year is all of it. What has no zone is of the practice's.
 *
 * @param from the first instant of it
 * @param until the first one after it
 */
record DateSpan(Instant from, Instant until) {
    private static final int OF_A_YEAR = 4;
    private static final int OF_A_MONTH = 7;
    private static final int OF_A_DAY = 10;
    private static final int OF_A_MINUTE = 16;

    /** Empty where the text is no date of FHIR. */
    static Optional<DateSpan> find(String text, ZoneId zone) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case OF_A_YEAR -> days(Year.parse(text).atDay(1), ChronoUnit.YEARS, zone);
                        case OF_A_MONTH -> days(YearMonth.parse(text).atDay(1), ChronoUnit.MONTHS, zone);
                        case OF_A_DAY -> days(LocalDate.parse(text), ChronoUnit.DAYS, zone);
                        default -> moment(text, zone);
                    });
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static DateSpan days(LocalDate first, ChronoUnit length, ZoneId zone) {
        return new DateSpan(
                first.atStartOfDay(zone).toInstant(),
                first.plus(1, length).atStartOfDay(zone).toInstant());
    }

    private static DateSpan moment(String text, ZoneId zone) {
        String plain = text.replaceFirst("(Z|[+-]\\d{2}:\\d{2})$", "");
        TemporalUnit length = plain.contains(".")
                ? ChronoUnit.MILLIS
                : plain.length() == OF_A_MINUTE ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        ZonedDateTime at = plain.length() == text.length()
                ? LocalDateTime.parse(text).atZone(zone)
                : OffsetDateTime.parse(text).toZonedDateTime();
        return new DateSpan(at.toInstant(), at.plus(1, length).toInstant());
    }

    /** Whether this, of a resource, is what a search asks for: FHIR R4, 3.1.1.5.5. */
    boolean is(Prefix prefix, DateSpan asked) {
        return switch (prefix) {
            case EQ -> isIn(asked);
            case NE -> !isIn(asked);
            case GT -> until.isAfter(asked.until);
            case LT -> from.isBefore(asked.from);
            case GE -> until.isAfter(asked.until) || isIn(asked);
            case LE -> from.isBefore(asked.from) || isIn(asked);
            case SA -> !from.isBefore(asked.until);
            case EB -> !until.isAfter(asked.from);
        };
    }

    private boolean isIn(DateSpan other) {
        return !from.isBefore(other.from) && !until.isAfter(other.until);
    }

    /** How a resource's time stands to the one that is asked for. */
    enum Prefix {
        EQ,
        NE,
        GT,
        LT,
        GE,
        LE,
        /** It starts after it. */
        SA,
        /** It ends before it. */
        EB
    }
}
