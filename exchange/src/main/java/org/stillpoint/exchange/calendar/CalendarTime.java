package org.stillpoint.exchange.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as a calendar says it: a day, a time by some clock, or a time by whichever clock the reader has (floating).
 *
 * @param local of a whole day its first moment
 * @param wholeDay whether no time of day is meant
 * @param zone the clock; empty where it is a day or floats
 */
public record CalendarTime(LocalDateTime local, boolean wholeDay, Optional<ZoneRules> zone) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    static CalendarTime day(LocalDate day) {
        return new CalendarTime(day.atStartOfDay(), true, Optional.empty());
    }

    /** Whether it depends on the reader's clock when it is. */
    public boolean floats() {
        return zone.isEmpty();
    }

    /** Another time by the same clock. */
    CalendarTime at(LocalDateTime other) {
        return new CalendarTime(other, wholeDay, zone);
    }

    /** When it is; a day and a floating time by the reader's clock. Of an hour that comes twice the first; one that is skipped is later. */
    public Instant instant(ZoneId reader) {
        ZoneRules rules = zone.orElseGet(reader::getRules);
        return local.toInstant(offset(rules));
    }

    /** When it is; empty where that depends on the reader's clock. */
    public Optional<Instant> instant() {
        return zone.map(rules -> local.toInstant(offset(rules)));
    }

    private ZoneOffset offset(ZoneRules rules) {
        List<ZoneOffset> valid = rules.getValidOffsets(local);
        return valid.isEmpty() ? rules.getTransition(local).getOffsetBefore() : valid.getFirst();
    }

    /** Whether its clock skips it, as when clocks are put forward. */
    public boolean isSkipped() {
        return zone.map(rules -> rules.getValidOffsets(local).isEmpty()).orElse(false);
    }

    /** By the clock of another time. */
    LocalDateTime localBy(CalendarTime other) {
        if (floats() || other.floats()) {
            return local;
        }
        Instant when = instant().orElseThrow();
        return LocalDateTime.ofInstant(when, other.zone.orElseThrow().getOffset(when));
    }

    /** The same moment by another clock; itself where that clock has it twice, or it is a day or floats. */
    CalendarTime by(ZoneRules clock) {
        return instant()
                .map(when -> new CalendarTime(
                        LocalDateTime.ofInstant(when, clock.getOffset(when)), false, Optional.of(clock)))
                .filter(other -> other.instant().equals(instant()))
                .orElse(this);
    }

    /** Whether it is written in UTC. */
    boolean isUtc() {
        return zone.equals(Optional.of(ZoneOffset.UTC.getRules()));
    }

    /** A day, a time, or a time with its distance from UTC, as ISO 8601 writes them. */
    public String written() {
        if (wholeDay) {
            return local.toLocalDate().toString();
        }
        return zone.map(rules -> {
                    Instant when = local.toInstant(offset(rules));
                    return WITH_OFFSET.format(when.atOffset(rules.getOffset(when)));
                })
                .orElseGet(() -> LOCAL.format(local));
    }
}
