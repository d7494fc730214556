package org.stillpoint.web.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.DiaryChart.OccasionKind;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.Message;

/** What happened along a diary: sessions, releases, told events, and the stretches without sessions of plans drawn by lot. */
final class Happened {

    /**
     * Something that happened; or, of no kind, a stretch without sessions.
     *
     * @param until {@code at} where the day is known
     * @param said what and when
     */
    record When(Instant at, Instant until, Optional<OccasionKind> kind, Message said) {
        static When on(Instant at, OccasionKind kind, Message said) {
            return new When(at, at, Optional.of(kind), said);
        }

        boolean isMoment() {
            return at.equals(until);
        }
    }

    private final ZoneId zone;
    private final List<When> all = new ArrayList<>();

    private Happened(ZoneId zone) {
        this.zone = zone;
    }

    static List<When> of(List<Session> held, List<TraumaEvent> events, List<Lot> lots, ZoneId zone) {
        Happened happened = new Happened(zone);
        held.forEach(happened::add);
        events.forEach(happened::add);
        lots.forEach(happened::add);
        return List.copyOf(happened.all);
    }

    private void add(Session session) {
        Instant at = session.startedAt();
        all.add(When.on(at, OccasionKind.SESSION, new HowItGoesWords.SessionOn(at)));
        if (session.standingMarks().stream().anyMatch(mark -> mark.moment() instanceof Moment.Release)) {
            all.add(When.on(at, OccasionKind.RELEASE, new HowItGoesWords.ReleaseOn(at)));
        }
    }

    private void add(TraumaEvent event) {
        EventDate when = event.told().when();
        Message said = new HowItGoesWords.EventOf(event.told().kind(), when);
        all.add(
                when.precision() == EventDate.Precision.DAY
                        ? When.on(when.first().atTime(12, 0).atZone(zone).toInstant(), OccasionKind.EVENT, said)
                        : stretch(when.first(), when.last().plusDays(1), Optional.of(OccasionKind.EVENT), said));
    }

    private void add(Lot lot) {
        boolean[] plan = lot.plan();
        for (int day = 0; day < plan.length; ) {
            int end = day;
            while (end < plan.length && plan[end] == plan[day]) {
                end++;
            }
            if (!plan[day]) {
                all.add(stretch(
                        lot.first().plusDays(day),
                        lot.first().plusDays(end),
                        Optional.empty(),
                        new CommonWords.Verbatim("")));
            }
            day = end;
        }
    }

    private When stretch(LocalDate from, LocalDate to, Optional<OccasionKind> kind, Message said) {
        return new When(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), kind, said);
    }
}
