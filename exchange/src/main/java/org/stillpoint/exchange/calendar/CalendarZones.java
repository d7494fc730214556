package org.stillpoint.exchange.calendar;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which clock a name means: by the JDK's own zones where they know the name, else by what the file itself says of it, else by Windows'
 * names. Of what a file says only changes once a year are read, so that none can count for ever.
 */
final class CalendarZones {
    /** Own choice, 2026: before it nobody came. */
    private static final int FIRST_YEAR = 1970;
    /** Own choice, 2026: no appointment is that far away. */
    private static final int LAST_YEAR = 2100;

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern NUMBERED_DAY = Pattern.compile("([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)");

    private final Map<String, ZoneRules> own = new HashMap<>();

    /** Takes what a file says of one zone; what cannot be read is left out. */
    void add(List<CalendarLine> definition) {
        String name = "";
        List<Observance> observances = new ArrayList<>();
        List<CalendarLine> part = new ArrayList<>();
        for (CalendarLine line : definition) {
            switch (line.name()) {
                case "TZID" -> name = line.value().strip();
                case "BEGIN" -> part.clear();
                case "END" -> {
                    Optional<Observance> read = Observance.of(part);
                    if (read.isEmpty()) {
                        return;
                    }
                    observances.add(read.get());
                }
                default -> part.add(line);
            }
        }
        if (!name.isEmpty() && !observances.isEmpty()) {
            own.put(name, rules(observances));
        }
    }

    /** The clock of this name; empty where nothing is known of it. */
    Optional<ZoneRules> find(String name) {
        String plain = name.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return known(plain)
                .or(() -> Optional.ofNullable(own.get(plain)))
                .or(() -> afterSlash(plain))
                .or(() -> Optional.ofNullable(TimeZone.getIDForWindowsID(plain, "001"))
                        .flatMap(CalendarZones::known));
    }

    private static Optional<ZoneRules> known(String name) {
        try {
            return Optional.of(ZoneId.of(name).getRules());
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** A name behind that of whoever defined it, as {@code /mozilla.org/20050126_1/Europe/Berlin}. */
    private static Optional<ZoneRules> afterSlash(String name) {
        String[] parts = name.split("/", -1);
        return name.startsWith("/") && parts.length > 2
                ? known(parts[parts.length - 2] + "/" + parts[parts.length - 1])
                : Optional.empty();
    }

    private static ZoneRules rules(List<Observance> observances) {
        record OffsetChange(LocalDateTime at, ZoneOffset before, ZoneOffset after) {}
        List<OffsetChange> changes = new ArrayList<>();
        for (Observance each : observances) {
            each.changes().forEach(at -> changes.add(new OffsetChange(at, each.before(), each.after())));
        }
        changes.sort(Comparator.comparing(OffsetChange::at));
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffset first = changes.getFirst().before();
        ZoneOffset now = first;
        LocalDateTime last = LocalDateTime.MIN;
        for (OffsetChange change : changes) {
            if (!now.equals(change.after()) && change.at().isAfter(last.plusDays(1))) {
                transitions.add(ZoneOffsetTransition.of(change.at(), now, change.after()));
                now = change.after();
                last = change.at();
            }
        }
        return ZoneRules.of(first, first, List.of(), transitions, List.of());
    }

    /** One half of a zone: from when on which distance from UTC holds. */
    private record Observance(List<LocalDateTime> changes, ZoneOffset before, ZoneOffset after) {

        /** Empty where it is no such half, or changes otherwise than once a year. */
        static Optional<Observance> of(List<CalendarLine> lines) {
            Map<String, String> values = new HashMap<>();
            lines.forEach(line -> values.put(line.name(), line.value().strip()));
            try {
                LocalDateTime start = CalendarTimes.local(values.getOrDefault("DTSTART", ""));
                ZoneOffset before = ZoneOffset.of(values.getOrDefault("TZOFFSETFROM", ""));
                ZoneOffset after = ZoneOffset.of(values.getOrDefault("TZOFFSETTO", ""));
                String rule = values.getOrDefault("RRULE", "");
                return changes(start, rule).map(all -> new Observance(all, before, after));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        private static Optional<List<LocalDateTime>> changes(LocalDateTime start, String rule) {
            if (rule.isEmpty()) {
                return Optional.of(List.of(start));
            }
            Map<String, String> parts = RuleText.parts(rule);
            Matcher day = NUMBERED_DAY.matcher(parts.getOrDefault("BYDAY", ""));
            String month = parts.getOrDefault("BYMONTH", "");
            if (!"YEARLY".equals(parts.get("FREQ")) || !month.matches("[1-9]|1[0-2]") || !day.matches()) {
                return Optional.empty();
            }
            String until = parts.getOrDefault("UNTIL", "");
            int lastYear = until.matches("[0-9]{4}.*") ? Integer.parseInt(until.substring(0, 4)) : LAST_YEAR;
            List<LocalDateTime> changes = new ArrayList<>();
            for (int year = Math.max(FIRST_YEAR, start.getYear()); year <= Math.min(lastYear, LAST_YEAR); year++) {
                LocalDate at = LocalDate.of(year, Integer.parseInt(month), 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(
                                Integer.parseInt(day.group(1)), DayOfWeek.of(DAYS.indexOf(day.group(2)) + 1)));
                changes.add(at.atTime(start.toLocalTime()));
            }
            return Optional.of(changes);
        }
    }
}
