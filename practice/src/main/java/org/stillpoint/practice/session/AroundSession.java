package org.stillpoint.practice.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.work.Records;

/**
 * What stands before and after a session that has ended.
 *
 * @param said the last check-in before its end
 * @param map the last map of the pain before its end
 * @param felt what hands found since the session before, and before its end
 * @param heard the first check-in after its end
 * @param asked that the client was asked after it, the first time
 * @param next the next appointment, or the one that goes on
 */
public record AroundSession(
        Optional<CheckIn> said,
        Optional<BodyMap> map,
        Optional<Examination> felt,
        Optional<CheckIn> heard,
        Optional<AskedAfter> asked,
        Optional<Appointment> next) {

    /** Whether the client was heard or asked since. */
    public boolean isAnswered() {
        return heard.isPresent() || asked.isPresent();
    }

    /** @param now by which an appointment is to come, or over */
    public static AroundSession of(Records records, EndedSession session, Instant now) {
        Instant end = session.endedAt();
        Instant before = endOfTheOneBefore(records, session);
        List<CheckIn> diary = records.checkIns().list(session.client());
        return new AroundSession(
                last(diary.stream().filter(each -> !each.at().isAfter(end))),
                last(records.bodyMaps().list(session.client()).stream()
                        .filter(each -> !each.at().isAfter(end))),
                last(records.examinations().list(session.client()).stream()
                        .filter(each -> !each.at().isAfter(end) && each.at().isAfter(before) && !each.isEmpty())),
                diary.stream().filter(each -> each.at().isAfter(end)).findFirst(),
                records.askedAfters().findFirst(session.client(), session.id()),
                records.appointments().list(session.client()).stream()
                        .filter(each -> each.stands()
                                && each.end().isAfter(now)
                                && each.start().isAfter(end))
                        .findFirst());
    }

    private static Instant endOfTheOneBefore(Records records, EndedSession session) {
        return records.sessions().heads(session.client()).stream()
                .filter(EndedSession.class::isInstance)
                .map(each -> ((EndedSession) each).endedAt())
                .filter(each -> each.isBefore(session.startedAt()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static <T> Optional<T> last(Stream<T> several) {
        return several.reduce((before, last) -> last);
    }
}
