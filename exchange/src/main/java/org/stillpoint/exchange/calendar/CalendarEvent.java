package org.stillpoint.exchange.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.words.CalendarWords;
import org.stillpoint.words.Message;

/**
 * One event as it stands in a file, not yet repeated.
 *
 * @param number which of the file, from 1
 * @param uid what it is known by; empty where it says nothing
 * @param instance which one of a series it stands for; empty where it is a series, or stands alone
 * @param andFuture whether it stands for all after that too
 * @param end by the clock of the start
 * @param rule how it repeats, as it is written; empty where it does not
 * @param more further starts
 * @param except starts that are left out
 * @param free whether it takes up no time
 */
record CalendarEvent(
        int number,
        String uid,
        Optional<CalendarTime> instance,
        boolean andFuture,
        CalendarTime start,
        LocalDateTime end,
        String rule,
        List<CalendarTime> more,
        List<CalendarTime> except,
        String summary,
        String status,
        boolean free,
        int sequence) {
    /** Own choice, 2026: a line on a page. */
    private static final int MOST_LETTERS = 200;

    CalendarEvent {
        more = List.copyOf(more);
        except = List.copyOf(except);
    }

    /** Empty where it has no start that can be read; what was guessed is added to the doubts. */
    static Optional<CalendarEvent> of(int number, List<CalendarLine> lines, CalendarTimes times, List<Message> doubts) {
        Map<String, CalendarLine> one = new HashMap<>();
        List<CalendarTime> more = new ArrayList<>();
        List<CalendarTime> except = new ArrayList<>();
        for (CalendarLine line : lines) {
            switch (line.name()) {
                case "RDATE" -> more.addAll(times.list(line, doubts));
                case "EXDATE" -> except.addAll(times.list(line, doubts));
                case "RRULE" -> {
                    if (one.putIfAbsent("RRULE", line) != null) {
                        doubts.add(CalendarWords.UNREADABLE_RULE);
                    }
                }
                default -> one.putIfAbsent(line.name(), line);
            }
        }
        Optional<CalendarTime> start = time(one, "DTSTART", times, doubts);
        if (start.isEmpty()) {
            doubts.add(CalendarWords.NO_START);
            return Optional.empty();
        }
        Optional<CalendarTime> instance = time(one, "RECURRENCE-ID", times, doubts);
        CalendarLine which = one.get("RECURRENCE-ID");
        return Optional.of(new CalendarEvent(
                number,
                value(one, "UID").strip(),
                instance,
                which != null && "THISANDFUTURE".equalsIgnoreCase(which.parameter("RANGE")),
                start.get(),
                end(start.get(), one, times, doubts),
                value(one, "RRULE"),
                more,
                except,
                shortened(text(one, "SUMMARY")),
                value(one, "STATUS").strip().toUpperCase(Locale.ROOT),
                "TRANSPARENT".equalsIgnoreCase(value(one, "TRANSP").strip()),
                number(value(one, "SEQUENCE"))));
    }

    private static Optional<CalendarTime> time(
            Map<String, CalendarLine> one, String name, CalendarTimes times, List<Message> doubts) {
        CalendarLine line = one.get(name);
        if (line == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(times.read(line, line.value(), doubts));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static LocalDateTime end(
            CalendarTime start, Map<String, CalendarLine> one, CalendarTimes times, List<Message> doubts) {
        LocalDateTime least = start.wholeDay() ? start.local().plusDays(1) : start.local();
        LocalDateTime end = least;
        try {
            if (one.containsKey("DTEND")) {
                end = time(one, "DTEND", times, doubts)
                        .map(said -> said.localBy(start))
                        .orElse(least);
            } else if (one.containsKey("DURATION")) {
                end = CalendarTimes.after(start.local(), value(one, "DURATION"));
            }
        } catch (DateTimeException unreadable) {
            doubts.add(CalendarWords.UNREADABLE_TIME);
        }
        if (end.isBefore(start.local())) {
            doubts.add(CalendarWords.ENDS_BEFORE_START);
            return least;
        }
        if (start.isSkipped()) {
            doubts.add(CalendarWords.SKIPPED_HOUR);
        }
        return end;
    }

    private static String value(Map<String, CalendarLine> one, String name) {
        CalendarLine line = one.get(name);
        return line == null ? "" : line.value();
    }

    private static String text(Map<String, CalendarLine> one, String name) {
        CalendarLine line = one.get(name);
        return line == null ? "" : line.text().strip();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MOST_LETTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS)) + "…";
    }

    private static int number(String digits) {
        return digits.strip().matches("\\d{1,9}") ? Integer.parseInt(digits.strip()) : 0;
    }
}
