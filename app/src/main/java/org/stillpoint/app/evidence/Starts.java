package org.stillpoint.app.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.English;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.diary.DiaryTable;
import org.stillpoint.exchange.diary.DiaryTable.Entries;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Days;

/** From which day on each person's entries count as afterwards: as told, as the table says, or by its column of phases. */
final class Starts {

    /** No place on earth is further ahead of universal time, or behind it, in days. */
    private static final double AHEAD = 14 / 24.0;

    private static final double BEHIND = 12 / 24.0;

    private static final double FAR = 1826;

    private final DiaryTable table;
    private final OptionalDouble told;
    private final Optional<Column> phases;
    private final boolean farApart;

    Starts(DiaryTable table, @Nullable String start, Set<String> leave, boolean farApart) {
        this.table = table;
        this.farApart = farApart;
        this.told = start == null ? OptionalDouble.empty() : OptionalDouble.of(parse(start));
        this.phases = table.phases()
                .filter(column ->
                        leave.stream().noneMatch(name -> Cells.sameName(name).equals(Cells.sameName(column.name()))));
        boolean someStart =
                table.people().values().stream().anyMatch(e -> e.start().isPresent());
        if (told.isEmpty() && !someStart && !table.hasStarts() && phases.isEmpty()) {
            throw new BadInput(Problem.ofValue(
                    "--start", "", "is missing: the first day of 'afterwards', as a day number or a date"));
        }
    }

    private double parse(String start) {
        Optional<Double> day = table.times().parse(start);
        if (day.isEmpty()) {
            boolean date = !Days.isNumber(start);
            boolean known = Days.isDate(start) || !date;
            throw new BadInput(Problem.ofValue(
                    "--start",
                    start,
                    known
                            ? "is " + (date ? "a date" : "a day number") + ", but the table holds "
                                    + (table.times().isCalendar()
                                            ? "dates: "
                                                    + English.say(
                                                            table.times().form().noun())
                                            : "day numbers")
                            : "is neither a day number nor a date such as 2026-11-22"));
        }
        return day.get();
    }

    /** The person's start; empty where there is none yet. */
    OptionalDouble of(Entries own) {
        OptionalDouble start = own.start().isPresent() ? own.start() : told;
        if (phases.isPresent()) {
            OptionalDouble byPhases = byPhases(own, phases.get(), start);
            start = start.isPresent() ? start : byPhases;
        }
        if (start.isPresent()) {
            checkFar(own, start.getAsDouble());
            checkZone(own, start.getAsDouble());
        }
        return start;
    }

    private void checkFar(Entries own, double start) {
        if (!farApart
                && table.times().isCalendar()
                && !own.days().isEmpty()
                && own.days().stream().allMatch(day -> Math.abs(day - start) > FAR)) {
            throw new BadInput(Problem.ofFile(
                    table.read().file(),
                    "the start " + table.times().written(start)
                            + " lies years from every entry; mend it, or say --far-apart where that is meant"));
        }
    }

    /** Moments in universal time fall on another day elsewhere: where that moves an entry across the start, the place is asked for. */
    private void checkZone(Entries own, double start) {
        if (!own.isUniversal() || start != Math.floor(start)) {
            return;
        }
        boolean moves = own.days().stream()
                .anyMatch(day -> day < start && day + AHEAD >= start || day >= start && day - BEHIND < start);
        if (moves) {
            throw new BadInput(
                    Problem.ofFile(
                            table.read().file(),
                            "the times are in universal time, and on which side of the start an entry lies depends on where the days are; say --zone, such as --zone America/New_York or --zone UTC"));
        }
    }

    /** The first day of the second of two phases; anything else has to be said. */
    private OptionalDouble byPhases(Entries own, Column column, OptionalDouble start) {
        TreeMap<Double, String> byDay = new TreeMap<>();
        List<String> phase = table.phaseOf();
        for (int i = 0; i < own.days().size(); i++) {
            String text = Cells.sameName(phase.get(own.place(i)));
            if (!text.isEmpty()) {
                byDay.put(own.days().get(i), text);
            }
        }
        List<String> runs = new java.util.ArrayList<>();
        OptionalDouble change = OptionalDouble.empty();
        for (var entry : byDay.entrySet()) {
            if (runs.isEmpty() || !runs.getLast().equals(entry.getValue())) {
                runs.add(entry.getValue());
                change = runs.size() == 2 ? OptionalDouble.of(entry.getKey()) : change;
            }
        }
        double from = start.orElse(change.orElse(Double.NaN));
        Set<String> before = new java.util.TreeSet<>(byDay.headMap(from).values());
        Set<String> after = new java.util.TreeSet<>(byDay.tailMap(from).values());
        boolean agrees = java.util.Collections.disjoint(before, after);
        if (start.isPresent() ? !agrees : runs.size() > 2) {
            throw new BadInput(Problem.ofFile(
                    table.read().file(),
                    "column " + column.name() + " looks like the phases of a design ("
                            + String.join(", ", runs.stream().limit(6).toList())
                            + (runs.size() > 6 ? ", …" : "")
                            + "), which one start does not describe; use 'evidence trial --condition "
                            + column.name() + "' for phases that come again, mend the start, or say --leave \""
                            + column.name() + "\""));
        }
        return change.isPresent() ? OptionalDouble.of(Math.floor(change.getAsDouble())) : change;
    }
}
