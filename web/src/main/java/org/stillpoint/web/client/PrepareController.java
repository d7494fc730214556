package org.stillpoint.web.client;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stillpoint.practice.access.ChangeSessionHabits;
import org.stillpoint.practice.outcome.Forecast;
import org.stillpoint.practice.safety.SafetyStanding;
import org.stillpoint.practice.safety.SafetyStanding.SafetyNeed;
import org.stillpoint.practice.today.PrepareReading;
import org.stillpoint.practice.today.PrepareReading.Preparation;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.touch.TouchTold;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Matters;
import org.stillpoint.web.view.SafetyQuestions;
import org.stillpoint.web.view.SafetySaid;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.AskingWords;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.ForecastWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.PrepareWords;
import org.stillpoint.words.SafetyWords;
import org.stillpoint.words.SessionPlanWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TraceWords;

/** Before one client comes in: one screen, from which the session starts. */
@Controller
class PrepareController {

    private final PrepareReading reading;
    private final ChangeSessionHabits habits;
    private final TouchTold touchTold;
    private final Speaker speaker;
    private final Clock clock;

    PrepareController(
            PrepareReading reading, ChangeSessionHabits habits, TouchTold touchTold, Speaker speaker, Clock clock) {
        this.touchTold = touchTold;
        this.reading = reading;
        this.habits = habits;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/prepare")
    String show(Actor actor, @PathVariable String id, Model model) {
        Preparation seen = reading.by(actor, Id.of(id));
        ClientHead head = ClientHead.of(seen.client().standing().client(), LocalDate.now(clock));
        if (head.archived()) {
            return "redirect:" + head.path();
        }
        model.addAttribute(
                "page",
                new PreparePage(
                        head,
                        seen.next().map(this::comes).orElse(PrepareWords.NO_APPOINTMENT),
                        seen.client()
                                .standing()
                                .lastSession()
                                .<Message>map(last -> new PrepareWords.Before(seen.sessions(), speaker.shortDay(last)))
                                .orElse(PrepareWords.FIRST),
                        seen.background().stopSign().value(),
                        seen.background().cautions().value(),
                        GoesWords.sentence(seen.pain()),
                        seen.latest()
                                .<Message>map(checkIn -> new PrepareWords.Latest(
                                        speaker.shortDay(checkIn.at()),
                                        new CheckInWords.Answered(
                                                CheckInWords.PAIN,
                                                checkIn.answers().pain())))
                                .orElse(ClientWords.NO_CHECK_IN),
                        Matters.latest(seen.client(), speaker),
                        seen.said().stream()
                                .flatMap(checkIn -> Matters.said(checkIn, speaker).stream())
                                .toList(),
                        missing(head, seen),
                        seen.map().filter(PrepareController::hurts).isPresent(),
                        habits.read(actor).arcsFirst(),
                        forecast(head, seen),
                        safety(seen.safety()),
                        seen.safety()
                                .last()
                                .<Message>map(check -> new SafetyWords.Last(check.at()))
                                .orElse(SafetyWords.FIRST),
                        seen.safety()
                                .ready()
                                .map(check -> check.id().toString())
                                .orElseGet(() -> Id.random().toString()),
                        Id.random().toString(),
                        seen.consent() instanceof ConsentStanding.InForce
                                ? Optional.empty()
                                : Optional.of(ConsentWords.of(seen.consent(), speaker)),
                        seen.textChanged(),
                        touchTold.sentences(seen.touch()),
                        seen.plan()
                                .<Message>map(plan -> new SessionPlanWords.KeptOn(speaker.shortDay(plan.keptAt())))
                                .orElse(SessionPlanWords.NOT_PLANNED),
                        seen.client()
                                .standing()
                                .openSession()
                                .map(session -> "/sessions/" + session)
                                .orElse("")));
        return "prepare";
    }

    private PreparePage.PreparedSafety safety(SafetyStanding standing) {
        boolean toAsk = standing.need() == SafetyNeed.TO_ASK;
        return new PreparePage.PreparedSafety(
                switch (standing.need()) {
                    case FLAG_TO_ANSWER -> List.of(SafetyWords.FLAG_TO_ANSWER);
                    case STOPPED -> List.of(found(standing, SafetyWords.StoppedBy::new), SafetyWords.ASK_AGAIN_LATER);
                    case CLEARANCE ->
                        List.of(found(standing, SafetyWords.NeedsClearance::new), SafetyWords.CLEARANCE_MISSING);
                    case TO_ASK -> List.of();
                    case NOTHING -> List.of(checked(standing.last().orElseThrow()));
                },
                standing.need() == SafetyNeed.NOTHING,
                toAsk,
                standing.need() == SafetyNeed.FLAG_TO_ANSWER,
                SafetySaid.answered(standing.answered(), speaker),
                SafetyQuestions.of(standing.list().asked(), standing.last(), speaker, LocalDate.now(clock)));
    }

    private Message found(SafetyStanding standing, Function<String, Message> said) {
        return said.apply(SafetySaid.found(standing.last().orElseThrow().found(), speaker));
    }

    private Message checked(SafetyCheck check) {
        String time = speaker.time(check.at());
        return check.found().isEmpty() ? new PrepareWords.Checked(time) : new PrepareWords.CheckedAndAnswered(time);
    }

    private Message comes(Appointment appointment) {
        return new AppointmentWords.BookedAt(
                speaker.weekday(LocalDate.ofInstant(appointment.start(), clock.getZone())),
                speaker.time(appointment.start()),
                speaker.time(appointment.end()));
    }

    private static boolean hurts(BodyMap map) {
        return map.pain().values().stream().anyMatch(score -> score.value() > 0);
    }

    private static List<ClientPage.PageAct> missing(ClientHead head, Preparation seen) {
        List<ClientPage.PageAct> missing = new ArrayList<>();
        seen.client()
                .intake()
                .ifPresent(intake -> missing.add(new ClientPage.PageAct(
                        IntakeWords.goesOn(intake), Optional.of(IntakeWords.TITLE), head.path() + "/intake")));
        if (!seen.told()) {
            missing.add(new ClientPage.PageAct(
                    EventWords.TELL, Optional.of(ClientWords.NO_EVENT), head.path() + "/events/new"));
        }
        if (seen.map().isEmpty()) {
            missing.add(new ClientPage.PageAct(
                    TraceWords.MARK_PAIN, Optional.of(ClientWords.NO_PAIN), head.path() + "/pain"));
        }
        if (seen.latest().isEmpty()) {
            missing.add(new ClientPage.PageAct(
                    CommonWords.CHECK_IN, Optional.of(ClientWords.NO_CHECK_IN), head.path() + "/check-in"));
        }
        QuestionnairesTold.now(seen.questionnaires())
                .ifPresent(told -> missing.add(
                        new ClientPage.PageAct(told, Optional.of(AskingWords.TITLE), head.path() + "/measures")));
        return missing;
    }

    private static PreparePage.PreparedForecast forecast(ClientHead head, Preparation seen) {
        if (seen.sealed().isPresent()) {
            Forecast sealed = seen.sealed().get();
            return new PreparePage.PreparedForecast(
                    List.of(ForecastWords.guess(sealed), ForecastWords.wording(sealed)),
                    Optional.of(ForecastWords.SEALED),
                    head.path() + "/forecast/" + sealed.entry().id());
        }
        return seen.client().forecastToSeal()
                ? new PreparePage.PreparedForecast(
                        List.of(ForecastWords.GUESS_FIRST), Optional.of(ForecastWords.SEAL), head.path() + "/forecast")
                : new PreparePage.PreparedForecast(List.of(ForecastWords.NOT_YET), Optional.empty(), "");
    }
}
