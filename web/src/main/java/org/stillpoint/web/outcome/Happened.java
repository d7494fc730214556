package org.stillpoint.web.outcome;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.web.view.Words;

/** What happened along a diary: sessions, releases, told events, and the stretches without sessions of plans drawn by lot. */
final class Happened {

    private final ZoneId zone;
    private final List<DiaryChart.When> all = new ArrayList<>();

    private Happened(ZoneId zone) {
        this.zone = zone;
    }

    static List<DiaryChart.When> of(List<Session> held, List<TraumaEvent> events, List<Lot> lots, ZoneId zone) {
        Happened happened = new Happened(zone);
        held.forEach(happened::add);
        events.forEach(happened::add);
        lots.forEach(happened::add);
        return List.copyOf(happened.all);
    }

    private void add(Session session) {
        String day = Words.shortDay(session.startedAt(), zone);
        all.add(DiaryChart.When.on(session.startedAt(), "session", "Session, " + day));
        if (session.standingMarks().stream().anyMatch(mark -> mark.moment() instanceof Moment.Release)) {
            all.add(DiaryChart.When.on(session.startedAt(), "release", "Release, " + day));
        }
    }

    private void add(TraumaEvent event) {
        EventDate when = event.told().when();
        String said = event.told().kind().words() + ", " + Words.when(when);
        all.add(
                when.precision() == EventDate.Precision.DAY
                        ? DiaryChart.When.on(
                                when.first().atTime(12, 0).atZone(zone).toInstant(), "event", said)
                        : stretch(when.first(), when.last().plusDays(1), "event", said));
    }

    private void add(Lot lot) {
        boolean[] plan = lot.plan();
        for (int day = 0; day < plan.length; ) {
            int end = day;
            while (end < plan.length && plan[end] == plan[day]) {
                end++;
            }
            if (!plan[day]) {
                all.add(stretch(lot.first().plusDays(day), lot.first().plusDays(end), DiaryChart.WITHOUT, ""));
            }
            day = end;
        }
    }

    private DiaryChart.When stretch(LocalDate from, LocalDate to, String look, String said) {
        return new DiaryChart.When(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), look, said);
    }
}
