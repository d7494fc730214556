package org.stillpoint.exchange.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Our own appointments as an iCalendar feed (RFC 5545): in UTC, so that no clock of a reader can shift them. */
public final class OwnCalendar {
    /** What every UID of ours ends in: our own events, come back by another calendar, are known by it. */
    public static final String OWN = "@stillpoint.invalid";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** RFC 5545, 3.1: octets of a line, without its end. */
    private static final int LONGEST_LINE = 75;

    private OwnCalendar() {}

    /**
     * One appointment as others read it.
     *
     * @param key what it is known by for good
     * @param sequence grows with each change
     * @param stamp when it was made or called off
     * @param summary what is shown of it
     * @param where where it is; empty where that is not told
     */
    public record FedAppointment(
            String key,
            Instant start,
            Instant end,
            int sequence,
            Instant stamp,
            boolean cancelled,
            String summary,
            String where) {}

    /** By what a reader knows that nothing has changed. */
    public static String tag(String text) {
        return '"' + Fingerprint.of(text) + '"';
    }

    /** @param name what the calendar is called */
    public static String text(String name, List<FedAppointment> appointments) {
        StringBuilder text = begun();
        line(text, "NAME:" + escaped(name));
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        appointments.forEach(each -> event(text, each));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** One appointment to be taken over into a calendar, which is not asked again. */
    public static String one(FedAppointment appointment) {
        StringBuilder text = begun();
        event(text, appointment);
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static StringBuilder begun() {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Stillpoint//Appointments//EN");
        line(text, "CALSCALE:GREGORIAN");
        return text;
    }

    private static void event(StringBuilder text, FedAppointment each) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + each.key() + OWN);
        line(text, "DTSTAMP:" + UTC.format(each.stamp()));
        line(text, "DTSTART:" + UTC.format(each.start()));
        line(text, "DTEND:" + UTC.format(each.end()));
        line(text, "SEQUENCE:" + each.sequence());
        line(text, "SUMMARY:" + escaped(each.summary()));
        if (!each.where().isEmpty()) {
            line(text, "LOCATION:" + escaped(each.where()));
        }
        line(text, "STATUS:" + (each.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line(text, "TRANSP:" + (each.cancelled() ? "TRANSPARENT" : "OPAQUE"));
        line(text, "CLASS:PRIVATE");
        line(text, "END:VEVENT");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folded between letters, never within one. */
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        int[] letters = line.codePoints().toArray();
        for (int letter : letters) {
            int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(letter);
            octets += size;
        }
        text.append("\r\n");
    }
}
