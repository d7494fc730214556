package org.stillpoint.web.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.session.AroundSession;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.practice.session.SessionFacts.WorkedSite;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.session.ClosingFacts.FactOfADay;
import org.stillpoint.web.session.ClosingFacts.SiteFacts;
import org.stillpoint.web.view.Matters;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClosingWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.Speaker;

/** Says what is known of a session that has ended. */
@Component
class ClosingTold {

    /** Own choice, 2026: what one reads in a line; the body shows where hands were, and the client's page where it hurts. */
    private static final int MOST_PLACES = 4;

    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    ClosingTold(Places places, Clock clock) {
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    ClosingFacts of(EndedSession session, AroundSession around) {
        SessionFacts facts = SessionFacts.of(session);
        List<Message> felt = new ArrayList<>();
        facts.distress().map(ClosingWords::distress).ifPresent(felt::add);
        facts.awareness().map(ClosingWords::awareness).ifPresent(felt::add);
        return new ClosingFacts(
                session.standingMarks().isEmpty()
                        ? Optional.empty()
                        : Optional.of(MinuteLine.of(session, mark -> minute(session, mark) + " " + said(mark))),
                around.said().map(this::checkIn),
                around.said().filter(CheckIn::saysWorse).stream()
                        .flatMap(checkIn -> Matters.said(checkIn, speaker).stream())
                        .toList(),
                around.map().map(this::pain),
                facts.sites().stream()
                        .map(site -> site(session, site, around.felt()))
                        .toList(),
                rows(session, facts.elsewhere()),
                felt,
                followUp(session, around),
                around.heard().isEmpty(),
                around.next().map(this::next));
    }

    private FactOfADay checkIn(CheckIn checkIn) {
        return new FactOfADay(
                new ClosingWords.CheckInOf(speaker.shortDay(checkIn.at())), CheckInWords.said(checkIn.answers()));
    }

    private FactOfADay pain(BodyMap map) {
        return new FactOfADay(
                new ClosingWords.PainMarked(speaker.shortDay(map.at())),
                places.names().hurting(map, MOST_PLACES));
    }

    private SiteFacts site(EndedSession session, WorkedSite worked, Optional<Examination> felt) {
        return new SiteFacts(
                places.name(worked.site()),
                SessionController.code(worked.site()),
                felt.flatMap(examination -> restriction(examination, worked.site())),
                rows(session, worked.marks()));
    }

    private Optional<Message> restriction(Examination examination, Site site) {
        return site instanceof Site.MuscleSite(var muscle)
                ? Optional.ofNullable(examination.findings().get(muscle))
                        .flatMap(Finding::restriction)
                        .map(grade -> new ClosingWords.FeltOn(
                                ClosingWords.restriction(grade), speaker.shortDay(examination.at())))
                : Optional.empty();
    }

    private List<MarkRow> rows(EndedSession session, List<Mark> marks) {
        return marks.stream()
                .map(mark -> new MarkRow(minute(session, mark), said(mark), ""))
                .toList();
    }

    private String minute(EndedSession session, Mark mark) {
        return speaker.clock(Duration.between(session.startedAt(), mark.tappedAt()));
    }

    /** As it is called under the name of its place. */
    private String said(Mark mark) {
        return speaker.say(
                switch (mark.moment()) {
                    case Moment.SiteEngaged(var site, var technique) ->
                        technique.isEmpty() ? ClosingWords.HANDS_CAME : new ClosingWords.HandsCameBy(technique.value());
                    case Moment.Release(var site, double extent) ->
                        extent == 0
                                ? ClosingWords.NOTHING_LET_GO
                                : new ClosingWords.LetGo(SessionWords.released(extent));
                    default -> MomentWords.of(mark.moment(), places.names());
                });
    }

    private Message followUp(EndedSession session, AroundSession around) {
        if (around.heard().isPresent()) {
            CheckIn heard = around.heard().get();
            return new ClosingWords.CheckInGiven(
                    speaker.shortDay(heard.at()),
                    new CheckInWords.Answered(CheckInWords.PAIN, heard.answers().pain()));
        }
        Instant until = session.endedAt().plus(AroundSession.DUE_UNTIL);
        return clock.instant().isAfter(until)
                ? new ClosingWords.CheckInAwaited(dayAndTime(until))
                : new ClosingWords.CheckInDue(
                        dayAndTime(session.endedAt().plus(AroundSession.DUE_FROM)), dayAndTime(until));
    }

    private String dayAndTime(Instant at) {
        return speaker.shortDay(at) + ", " + speaker.time(at);
    }

    private Message next(Appointment appointment) {
        return new AppointmentWords.BookedAt(
                speaker.weekday(LocalDate.ofInstant(appointment.start(), speaker.zone())),
                speaker.time(appointment.start()),
                speaker.time(appointment.end()));
    }
}
