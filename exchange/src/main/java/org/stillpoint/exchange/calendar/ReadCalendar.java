package org.stillpoint.exchange.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.calendar.CalendarRead.CalendarDoubt;
import org.stillpoint.words.CalendarWords;
import org.stillpoint.words.Message;

/**
 * Reads an iCalendar file that others wrote. Whatever is in it, it takes bounded time and memory; what cannot be read is left out with a
 * word, and nothing that it names is opened.
 */
public final class ReadCalendar {
    /** practice.md: feeds of others up to 2 megabytes. */
    public static final int MOST_BYTES = 2 << 20;
    /** practice.md: up to 5,000 events. */
    public static final int MOST_EVENTS = 5_000;
    /** Own choice, 2026: twenty a day for a year and more. */
    static final int MOST_OCCURRENCES = 10_000;
    /** Own choice, 2026: asked in less than a second (measured by {@code HostileCalendarsTest}). */
    private static final int MOST_STARTS = 100_000;
    /** Own choice, 2026: more would be read by nobody. */
    private static final int MOST_DOUBTS = 100;

    private final String name;
    private final List<CalendarDoubt> doubts = new ArrayList<>();

    private ReadCalendar(String name) {
        this.name = name;
    }

    /** @throws BadInput if it is not there, or no calendar, or larger than is read */
    public static CalendarRead of(Path file, Window window) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return of(name, in.readNBytes(MOST_BYTES + 1), window);
        } catch (IOException unreadable) {
            throw bad(name, CalendarWords.NO_SUCH_FILE);
        }
    }

    /**
     * The same of bytes.
     *
     * @param name as people know it
     * @throws BadInput if they are no calendar, or more than are read
     */
    public static CalendarRead of(String name, byte[] bytes, Window window) {
        if (bytes.length > MOST_BYTES) {
            throw bad(name, CalendarWords.TOO_LARGE);
        }
        return new ReadCalendar(name).read(CalendarLine.list(bytes), window);
    }

    private static BadInput bad(String name, Message fault) {
        return new BadInput(Problem.ofFile(name, fault));
    }

    private CalendarRead read(List<CalendarLine> lines, Window window) {
        CalendarZones zones = new CalendarZones();
        List<List<CalendarLine>> events = parts(lines, "VEVENT");
        if (lines.stream().noneMatch(line -> line.name().equals("BEGIN") && is(line, "VCALENDAR"))) {
            throw bad(name, CalendarWords.NO_CALENDAR);
        }
        if (events.size() > MOST_EVENTS) {
            throw bad(name, CalendarWords.TOO_MANY_EVENTS);
        }
        parts(lines, "VTIMEZONE").forEach(zones::add);
        Optional<ZoneRules> usual = usualZone(lines, zones);
        CalendarTimes times = new CalendarTimes(zones, usual);
        List<CalendarEvent> read = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            List<Message> said = new ArrayList<>();
            CalendarEvent.of(i + 1, events.get(i), times, said).ifPresent(read::add);
            doubt(i + 1, said);
        }
        List<Occurrence> occurrences = occurrences(read, window);
        return new CalendarRead(
                usual.map(clock ->
                                occurrences.stream().map(each -> each.by(clock)).toList())
                        .orElse(occurrences),
                doubts);
    }

    private void doubt(int event, List<Message> said) {
        said.stream()
                .distinct()
                .limit(MOST_DOUBTS - (long) doubts.size())
                .forEach(each -> doubts.add(new CalendarDoubt(event, each)));
    }

    /** The clock that a calendar says its floating times are by. */
    private static Optional<ZoneRules> usualZone(List<CalendarLine> lines, CalendarZones zones) {
        return lines.stream()
                .filter(line -> line.name().equals("X-WR-TIMEZONE"))
                .findFirst()
                .flatMap(line -> zones.find(line.value()));
    }

    private static boolean is(CalendarLine line, String component) {
        return line.value().strip().toUpperCase(Locale.ROOT).equals(component);
    }

    /** The lines of each part of this kind; of a VEVENT without those of the parts within it. */
    private static List<List<CalendarLine>> parts(List<CalendarLine> lines, String component) {
        List<List<CalendarLine>> parts = new ArrayList<>();
        boolean whole = component.equals("VTIMEZONE");
        List<CalendarLine> part = new ArrayList<>();
        int depth = 0;
        for (CalendarLine line : lines) {
            boolean begins = line.name().equals("BEGIN");
            boolean ends = line.name().equals("END");
            if (depth == 0) {
                if (begins && is(line, component)) {
                    depth = 1;
                    part = new ArrayList<>();
                }
            } else if (ends && is(line, component)) { // whatever within it was not closed
                parts.add(part);
                depth = 0;
            } else {
                depth += begins ? 1 : ends ? -1 : 0;
                depth = Math.max(depth, 1);
                if (whole || depth == 1 && !ends) {
                    part.add(line);
                }
            }
        }
        return parts;
    }

    private List<Occurrence> occurrences(List<CalendarEvent> events, Window window) {
        Map<String, List<CalendarEvent>> changes = new HashMap<>();
        Map<String, Integer> series = new LinkedHashMap<>();
        for (CalendarEvent event : events) {
            if (event.instance().isPresent()) {
                changes.computeIfAbsent(event.uid(), uid -> new ArrayList<>()).add(event);
            } else {
                series.merge(event.uid(), 1, Integer::sum);
            }
        }
        Repetition.Budget budget = new Repetition.Budget(MOST_STARTS);
        List<Occurrence> all = new ArrayList<>();
        for (CalendarEvent event : events) {
            List<Message> said = new ArrayList<>();
            List<Occurrence> of = occurrences(event, changes, series, window, budget, said);
            doubt(event.number(), said);
            if (all.size() + of.size() > MOST_OCCURRENCES) {
                doubts.add(new CalendarDoubt(0, CalendarWords.TOO_MANY_OCCURRENCES));
                break;
            }
            all.addAll(of);
        }
        ZoneId reader = window.reader();
        all.sort(Comparator.comparing((Occurrence each) -> each.start().instant(reader))
                .thenComparing(Occurrence::uid));
        return all;
    }

    private static List<Occurrence> occurrences(
            CalendarEvent event,
            Map<String, List<CalendarEvent>> changes,
            Map<String, Integer> series,
            Window window,
            Repetition.Budget budget,
            List<Message> said) {
        boolean known = series.getOrDefault(event.uid(), 0) == 1 && !event.uid().isEmpty();
        if (event.instance().isPresent()) {
            boolean restOfOne = event.andFuture() && known;
            return restOfOne
                    ? List.of()
                    : Stream.of(Series.alone(event))
                            .filter(each -> each.lies(window, window.reader()))
                            .toList();
        }
        return new Series(event, known ? changes.getOrDefault(event.uid(), List.of()) : List.of())
                .occurrences(window, budget, said);
    }
}
