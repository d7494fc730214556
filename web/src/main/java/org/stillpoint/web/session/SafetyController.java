package org.stillpoint.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.session.CheckSafety;
import org.stillpoint.practice.session.SafetyReading;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SafetyQuestions;
import org.stillpoint.web.view.SafetySaid;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.SafetyWords;
import org.stillpoint.words.Speaker;

/** The dated safety check, and the start of a session on it. */
@Controller
class SafetyController {

    private final SafetyReading reading;
    private final CheckSafety checkSafety;
    private final StartSession startSession;
    private final Speaker speaker;
    private final Clock clock;

    SafetyController(
            SafetyReading reading, CheckSafety checkSafety, StartSession startSession, Speaker speaker, Clock clock) {
        this.speaker = speaker;
        this.reading = reading;
        this.checkSafety = checkSafety;
        this.startSession = startSession;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/sessions/new")
    String ask(Actor actor, @PathVariable String id, Model model) {
        SafetyReading.BeforeSession before = reading.by(actor, Id.of(id));
        if (before.open().isPresent()) {
            return "redirect:/sessions/" + before.open().get();
        }
        if (before.client().isArchived()) {
            return "redirect:/clients/" + before.client().id();
        }
        return page(before, Id.random().toString(), Id.random().toString(), Form.empty(), model);
    }

    @PostMapping("/clients/{id}/sessions")
    String start(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Id<SafetyCheck> checkId = form.id("check");
        Id<Session> sessionId = form.id("session");
        boolean startWanted = form.raw("then").equals("start");
        if (startWanted && form.chosen("kept", "yes")) {
            return start(
                    actor,
                    new StartSession.Command(sessionId, client, checkId, Optional.empty(), hand(form)),
                    form,
                    response,
                    model);
        }
        SafetyReading.BeforeSession before = reading.by(actor, client);
        List<Condition> asked = before.safety().list().rows();
        SafetyAnswer answer = SafetyQuestions.answered(form, asked, LocalDate.now(clock), startWanted);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(before, checkId.toString(), sessionId.toString(), form, model);
        }
        boolean flagged = isFound(asked, answer, SafetyLevel.RED_FLAG);
        if (startWanted && !flagged && !isFound(asked, answer, SafetyLevel.STOP)) {
            var wanted = new StartSession.Command(sessionId, client, checkId, Optional.of(answer), hand(form));
            return start(actor, wanted, form, response, model);
        }
        String next = flagged
                ? "redirect:/help-now?for=" + client
                : "redirect:/clients/" + client + (startWanted ? "/prepare" : "");
        return switch (checkSafety.by(actor, new CheckSafety.Command(checkId, client, answer))) {
            case Answer.Done<SafetyCheck> done -> next;
            case Answer.Again<SafetyCheck> again -> next;
            case Answer.Other<SafetyCheck> other -> different(actor, client, form, response, model);
            case Answer.Changed<SafetyCheck> changed -> different(actor, client, form, response, model);
            case Answer.No<SafetyCheck> no -> throw new Refused(no.rule(), client);
        };
    }

    private static Optional<SessionDevice> hand(Form form) {
        return TapRequest.handOf(form.raw("hand"));
    }

    private static boolean isFound(List<Condition> asked, SafetyAnswer answer, SafetyLevel level) {
        return asked.stream()
                .anyMatch(row -> row.level() == level && answer.found().contains(row.id()));
    }

    private String start(
            Actor actor, StartSession.Command wanted, Form form, HttpServletResponse response, Model model) {
        return switch (startSession.by(actor, wanted)) {
            case Answer.Done<StartSession.Started> done -> "redirect:/sessions/" + wanted.id();
            case Answer.Again<StartSession.Started> again -> "redirect:/sessions/" + wanted.id();
            case Answer.Other<StartSession.Started> other -> different(actor, wanted.client(), form, response, model);
            case Answer.Changed<StartSession.Started> changed ->
                different(actor, wanted.client(), form, response, model);
            case Answer.No<StartSession.Started> no ->
                missing(actor, wanted.client(), no.rule(), form, response, model);
        };
    }

    /** An earlier check under this id says something else: it stays, nothing is started, and what is ticked now can be sent anew. */
    private String different(Actor actor, Id<Client> client, Form form, HttpServletResponse response, Model model) {
        form.problems().add("none-" + SafetyLevel.RED_FLAG.name(), SafetyWords.SENT_BEFORE);
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(
                reading.by(actor, client), Id.random().toString(), Id.random().toString(), form, model);
    }

    /** Where no consent is in force, what was asked stays ticked, and the page leads to signing. */
    private String missing(
            Actor actor, Id<Client> client, Refused.Rule rule, Form form, HttpServletResponse response, Model model) {
        switch (rule) {
            case CONSENT_IS_MISSING, CONSENT_HAS_RUN_OUT, CONSENT_IS_WITHDRAWN ->
                form.problems().add("consent", new Named(rule));
            default -> throw new Refused(rule, client);
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(reading.by(actor, client), form.raw("check"), form.raw("session"), form, model);
    }

    private String page(SafetyReading.BeforeSession before, String check, String session, Form form, Model model) {
        model.addAttribute(
                "page",
                new SafetyPage(
                        ClientHead.of(before.client(), LocalDate.now(clock)),
                        check,
                        session,
                        before.safety()
                                .last()
                                .<Message>map(last -> new SafetyWords.Last(last.at()))
                                .orElse(SafetyWords.FIRST),
                        speaker.weekday(LocalDate.now(clock)),
                        before.background().stopSign().value(),
                        before.background().cautions().value(),
                        before.consent() instanceof ConsentStanding.InForce
                                ? Optional.empty()
                                : Optional.of(ConsentWords.of(before.consent(), speaker)),
                        before.safety().flags().stream()
                                .map(flag -> SafetySaid.flag(flag, speaker))
                                .toList(),
                        SafetyQuestions.of(
                                before.safety().list().asked(), before.safety().last(), speaker, LocalDate.now(clock)),
                        form));
        return "safety";
    }
}
