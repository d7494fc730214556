package org.stillpoint.exchange.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.words.CalendarWords;
import org.stillpoint.words.Message;

/** Times and lengths as calendars write them, with what had to be guessed. */
final class CalendarTimes {
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?)?(Z)?");
    private static final Pattern LENGTH = Pattern.compile(
            "([+-]?)P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?");
    private static final ZoneRules UTC = ZoneOffset.UTC.getRules();
    /** Own choice, 2026: what nobody means lies outside of it. */
    private static final int FIRST_YEAR = 1900;

    private final CalendarZones zones;
    private final Optional<ZoneRules> usual;

    /** @param usual whose clock a floating time is by, as the calendar says; empty where it does not */
    CalendarTimes(CalendarZones zones, Optional<ZoneRules> usual) {
        this.zones = zones;
        this.usual = usual;
    }

    /**
     * The time of a line; what had to be guessed is added to the doubts.
     *
     * @throws DateTimeException if it is none
     */
    CalendarTime read(CalendarLine line, String value, List<Message> doubts) {
        Matcher matcher = TIME.matcher(value.strip());
        if (!matcher.matches()) {
            throw new DateTimeException("no time");
        }
        LocalDateTime local = local(matcher);
        if (local.getYear() < FIRST_YEAR) {
            throw new DateTimeException("too early");
        }
        boolean utc = matcher.group(7) != null;
        if (matcher.group(4) == null) {
            if (utc) {
                doubts.add(CalendarWords.DAY_WITH_CLOCK);
            }
            return CalendarTime.day(local.toLocalDate());
        }
        if (utc) {
            return new CalendarTime(local, false, Optional.of(UTC));
        }
        Optional<ZoneRules> zone = zones.find(line.parameter("TZID"));
        if (line.parameters().containsKey("TZID") && zone.isEmpty()) {
            doubts.add(CalendarWords.UNKNOWN_ZONE);
        }
        return new CalendarTime(local, false, zone.or(() -> usual));
    }

    /** All times of a line with several; of a period its start. */
    List<CalendarTime> list(CalendarLine line, List<Message> doubts) {
        List<CalendarTime> times = new ArrayList<>();
        for (String each : line.value().split(",", -1)) {
            try {
                times.add(read(line, each.split("/", 2)[0], doubts));
            } catch (DateTimeException unreadable) {
                doubts.add(CalendarWords.UNREADABLE_TIME);
            }
        }
        return times;
    }

    /** @throws DateTimeException if it is no time */
    static LocalDateTime local(String value) {
        Matcher matcher = TIME.matcher(value.strip());
        if (!matcher.matches()) {
            throw new DateTimeException("no time");
        }
        return local(matcher);
    }

    private static LocalDateTime local(Matcher matcher) {
        LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        int second = Math.min(number(matcher, 6), 59); // a leap second
        return day.atTime(LocalTime.of(number(matcher, 4), number(matcher, 5), second));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /**
     * Where a length leads from a start; days by the calendar.
     *
     * @throws DateTimeException if it is no length
     */
    static LocalDateTime after(LocalDateTime start, String length) {
        Matcher matcher = LENGTH.matcher(length.strip());
        if (!matcher.matches() || "-".equals(matcher.group(1))) {
            throw new DateTimeException("no length");
        }
        return start.plusWeeks(number(matcher, 2))
                .plusDays(number(matcher, 3))
                .plusHours(number(matcher, 4))
                .plusMinutes(number(matcher, 5))
                .plusSeconds(number(matcher, 6));
    }
}
