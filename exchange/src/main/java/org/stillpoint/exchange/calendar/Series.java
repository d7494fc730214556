package org.stillpoint.exchange.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stillpoint.words.Message;

/**
 * One event with what was changed of it: single ones moved or called off, or all from one on. A change without its event stands for
 * itself.
 */
final class Series {
    /** Own choice, 2026: farther than that nobody moves the rest of a series. */
    private static final Duration FARTHEST = Duration.ofDays(400);

    private final CalendarEvent event;
    private final List<CalendarEvent> single;
    private final List<CalendarEvent> future;

    Series(CalendarEvent event, List<CalendarEvent> changes) {
        this.event = event;
        this.single = changes.stream().filter(change -> !change.andFuture()).toList();
        this.future = changes.stream()
                .filter(CalendarEvent::andFuture)
                .sorted(Comparator.comparing(this::instanceOf))
                .toList();
    }

    /** Those of the series that lie in the window, in no order; those that stand for themselves are not among them. */
    List<Occurrence> occurrences(Window window, Repetition.Budget budget, List<Message> doubts) {
        LocalDateTime from = local(window, true).minus(span()).minus(farthest());
        LocalDateTime until = local(window, false).plus(farthest());
        SortedSet<LocalDateTime> starts = new TreeSet<>(new Repetition(event, budget, doubts).starts(from, until));
        event.more().forEach(more -> starts.add(more.localBy(event.start())));
        Set<LocalDateTime> taken = new HashSet<>();
        single.forEach(change -> taken.add(instanceOf(change)));
        Set<LocalDateTime> days = new HashSet<>();
        for (CalendarTime except : event.except()) {
            if (except.wholeDay() && !event.start().wholeDay()) {
                days.add(except.local());
            } else {
                taken.add(except.localBy(event.start()));
            }
        }
        List<Occurrence> all = new ArrayList<>();
        for (LocalDateTime start : starts) {
            if (!taken.contains(start) && !days.contains(start.toLocalDate().atStartOfDay())) {
                Occurrence occurrence = occurrence(start);
                if (occurrence.lies(window, window.reader())) {
                    all.add(occurrence);
                }
            }
        }
        return all;
    }

    private LocalDateTime local(Window window, boolean first) {
        var zone = event.start().zone().orElseGet(window.reader()::getRules);
        var when = first ? window.from() : window.until();
        return LocalDateTime.ofInstant(when, zone.getOffset(when));
    }

    private Duration span() {
        return future.stream()
                .map(Series::length)
                .reduce(length(event), (a, b) -> a.compareTo(b) > 0 ? a : b)
                .plusDays(1);
    }

    private Duration farthest() {
        Duration farthest = future.stream()
                .map(change -> Duration.between(
                                instanceOf(change), change.start().localBy(event.start()))
                        .abs())
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        return farthest.compareTo(FARTHEST) > 0 ? FARTHEST : farthest;
    }

    private static Duration length(CalendarEvent event) {
        return Duration.between(event.start().local(), event.end());
    }

    private LocalDateTime instanceOf(CalendarEvent change) {
        return change.instance().orElseThrow().localBy(event.start());
    }

    private Occurrence occurrence(LocalDateTime start) {
        Optional<CalendarEvent> changed = future.stream()
                .filter(change -> !instanceOf(change).isAfter(start))
                .reduce((earlier, later) -> later);
        CalendarEvent as = changed.orElse(event);
        LocalDateTime moved = changed.map(change -> start.plus(
                        Duration.between(instanceOf(change), change.start().localBy(event.start()))))
                .orElse(start);
        boolean repeats = !event.rule().isBlank() || !event.more().isEmpty();
        return of(
                as,
                event,
                moved,
                moved.plus(length(as)),
                repeats ? event.start().at(start).written() : "");
    }

    /** An event that stands for itself: a single change, called off or moved. */
    static Occurrence alone(CalendarEvent event) {
        return of(
                event,
                event,
                event.start().local(),
                event.end(),
                event.instance().map(CalendarTime::written).orElse(""));
    }

    private static Occurrence of(
            CalendarEvent as, CalendarEvent clock, LocalDateTime start, LocalDateTime end, String instance) {
        String uid = as.uid().isEmpty() ? "%s %s".formatted(as.start().written(), as.summary()) : as.uid();
        return new Occurrence(
                uid,
                instance,
                clock.start().at(start),
                clock.start().at(end),
                as.summary(),
                as.status(),
                as.free(),
                as.sequence());
    }
}
