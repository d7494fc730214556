package org.stillpoint.practice.casereport;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.record.session.Session;

/**
 * Days in a row with or without sessions, and what was said on them.
 *
 * @param with whether sessions were to be
 * @param first its first day
 * @param days how many
 * @param sessions that began on them, whether they were to be or not
 * @param entries of the measure
 * @param mean of the entries, units of the measure; empty without an entry, as are both ends
 * @param least the lowest of them
 * @param most the highest of them
 */
public record TrialPeriod(
        boolean with,
        LocalDate first,
        int days,
        int sessions,
        int entries,
        OptionalDouble mean,
        OptionalDouble least,
        OptionalDouble most) {

    /** Those of a plan that was drawn by lot. */
    static List<TrialPeriod> of(Lot lot, Course course, List<? extends Session> held, ZoneId zone) {
        List<LocalDate> starts = new ArrayList<>(List.of(lot.first()));
        starts.addAll(lot.changes());
        boolean with = lot.plan()[0];
        List<TrialPeriod> periods = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate end = i + 1 < starts.size() ? starts.get(i + 1) : lot.end();
            periods.add(within(with, starts.get(i), end, course, held, zone));
            with = !with;
        }
        return List.copyOf(periods);
    }

    /** Where nothing was drawn: the days before the first session and those from it on, as far as there are entries; there must be a session. */
    static List<TrialPeriod> of(Course course, List<? extends Session> held, ZoneId zone) {
        LocalDate start = LocalDate.ofInstant(held.getFirst().startedAt(), zone);
        List<LocalDate> days = course.entries().stream()
                .map(entry -> LocalDate.ofInstant(entry.at(), zone))
                .toList();
        LocalDate lastSession = LocalDate.ofInstant(held.getLast().startedAt(), zone);
        LocalDate end = days.isEmpty() || days.getLast().isBefore(lastSession) ? lastSession : days.getLast();
        List<TrialPeriod> periods = new ArrayList<>();
        if (!course.before().isEmpty()) {
            // an entry of the first session's own day was given before it
            LocalDate first = days.getFirst();
            LocalDate until = first.equals(start) ? start.plusDays(1) : start;
            periods.add(of(false, first, until, 0, course.before()));
        }
        int sessions = held.size();
        periods.add(of(true, start, end.plusDays(1), sessions, course.after()));
        return List.copyOf(periods);
    }

    private static TrialPeriod within(
            boolean with, LocalDate first, LocalDate end, Course course, List<? extends Session> held, ZoneId zone) {
        long sessions = held.stream()
                .map(session -> LocalDate.ofInstant(session.startedAt(), zone))
                .filter(day -> !day.isBefore(first) && day.isBefore(end))
                .count();
        return of(
                with,
                first,
                end,
                (int) sessions,
                course.entries().stream()
                        .filter(entry -> {
                            LocalDate day = LocalDate.ofInstant(entry.at(), zone);
                            return !day.isBefore(first) && day.isBefore(end);
                        })
                        .toList());
    }

    private static TrialPeriod of(
            boolean with, LocalDate first, LocalDate end, int sessions, List<Course.Entry> entries) {
        DoubleSummaryStatistics values =
                entries.stream().mapToDouble(Course.Entry::value).summaryStatistics();
        return new TrialPeriod(
                with,
                first,
                (int) (end.toEpochDay() - first.toEpochDay()),
                sessions,
                entries.size(),
                known(entries, values.getAverage()),
                known(entries, values.getMin()),
                known(entries, values.getMax()));
    }

    private static OptionalDouble known(List<Course.Entry> entries, double value) {
        return entries.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Its last day. */
    public LocalDate last() {
        return first.plusDays(days - 1L);
    }
}
