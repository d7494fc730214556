package org.stillpoint.web.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.plan.KeepPlan;
import org.stillpoint.practice.plan.PlanReading;
import org.stillpoint.practice.plan.PlanReading.PlanView;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Message;
import org.stillpoint.words.SessionPlanWords;

/** The plan before a session: what follows from what is known, each line with its reason, and the choice beside it. */
@Controller
class SessionPlanController {
    private final PlanReading reading;
    private final KeepPlan keepPlan;
    private final PlanTold told;
    private final Places places;
    private final Clock clock;

    SessionPlanController(PlanReading reading, KeepPlan keepPlan, PlanTold told, Places places, Clock clock) {
        this.reading = reading;
        this.keepPlan = keepPlan;
        this.told = told;
        this.places = places;
        this.clock = clock;
    }

    /** What a page is told that kept a plan. */
    record PlanKept(int version) {}

    @GetMapping("/clients/{id}/session-plan")
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        PlanView seen = reading.by(actor, Id.of(id));
        Optional<Message> said =
                request.getParameter("kept") == null ? Optional.empty() : Optional.of(SessionPlanWords.KEPT);
        model.addAttribute("page", page(seen, Form.empty(), said));
        return "sessionplan";
    }

    /** As it is chosen. */
    @PostMapping("/clients/{id}/session-plan/draft")
    @ResponseBody
    ResponseEntity<PlanKept> keepAsChosen(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Form form = Form.of(request);
        PlanView seen = reading.by(actor, Id.of(id));
        PlanChoice choice = choice(form, seen.draft());
        if (!form.good()) {
            return ResponseEntity.badRequest().build();
        }
        return switch (keep(actor, seen, form, choice)) {
            case Answer.Done<SessionPlan>(SessionPlan kept) -> ResponseEntity.ok(kept(kept));
            case Answer.Again<SessionPlan>(SessionPlan kept) -> ResponseEntity.ok(kept(kept));
            case Answer.Changed<SessionPlan>(SessionPlan kept) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(kept(kept));
            case Answer.Other<SessionPlan>(SessionPlan kept) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(kept(kept));
            case Answer.No<SessionPlan> no ->
                throw new Refused(no.rule(), seen.client().id());
        };
    }

    /** By its button. */
    @PostMapping("/clients/{id}/session-plan")
    String keep(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        PlanView seen = reading.by(actor, Id.of(id));
        PlanChoice choice = choice(form, seen.draft());
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(seen, form, Optional.empty()));
            return "sessionplan";
        }
        return switch (keep(actor, seen, form, choice)) {
            case Answer.Done<SessionPlan> done ->
                "redirect:/clients/" + seen.client().id() + "/prepare";
            case Answer.Again<SessionPlan> again ->
                "redirect:/clients/" + seen.client().id() + "/prepare";
            case Answer.Changed<SessionPlan> changed -> stale(seen, response, model);
            case Answer.Other<SessionPlan> other -> stale(seen, response, model);
            case Answer.No<SessionPlan> no ->
                throw new Refused(no.rule(), seen.client().id());
        };
    }

    private String stale(PlanView seen, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("page", page(seen, Form.empty(), Optional.of(SessionPlanWords.STALE)));
        return "sessionplan";
    }

    private Answer<SessionPlan> keep(Actor actor, PlanView seen, Form form, PlanChoice choice) {
        return keepPlan.by(
                actor,
                new KeepPlan.Command(form.key(), form.id("plan"), seen.client().id(), form.version(), choice),
                seen.draft());
    }

    private static PlanKept kept(SessionPlan plan) {
        return new PlanKept(plan.version().number());
    }

    private PlanChoice choice(Form form, PlanDraft draft) {
        Map<Site, PlanTurn> turns = new HashMap<>();
        for (PlannedPlace place : draft.places()) {
            Arrays.stream(PlanTurn.values())
                    .filter(turn -> form.chosen("turn-" + PlanTold.code(place.site()), turn.name()))
                    .findFirst()
                    .ifPresent(turn -> turns.put(place.site(), turn));
        }
        return new PlanChoice(
                turns,
                form.all("own").stream()
                        .flatMap(code -> places.site(code).stream())
                        .limit(PlanChoice.MOST_PLACES)
                        .toList(),
                minutes(form),
                form.text("words"));
    }

    private static OptionalInt minutes(Form form) {
        OptionalDouble typed = form.number("minutes", 1, PlanChoice.MOST_MINUTES);
        return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) Math.round(typed.getAsDouble()));
    }

    private SessionPlanPage page(PlanView seen, Form typed, Optional<Message> said) {
        PlanDraft draft = PlanReading.draft(seen);
        Optional<SessionPlan> kept =
                seen.goingOn().isPresent() ? seen.goingOn().get().plan() : seen.kept();
        PlanChoice choice = kept.map(SessionPlan::choice).orElse(PlanChoice.NONE);
        return new SessionPlanPage(
                ClientHead.of(seen.client(), LocalDate.now(clock)),
                kept.map(plan -> plan.id().toString())
                        .orElseGet(() -> Id.random().toString()),
                kept.map(plan -> plan.version().number()).orElse(1),
                draft.places().stream()
                        .map(place -> new SessionPlanPage.PlannedRow(
                                PlanTold.code(place.site()),
                                told.name(place.site()),
                                told.why(place),
                                place.askFirst(),
                                choice.turn(place.site())))
                        .toList(),
                told.leftOut(draft),
                PlanTold.length(draft),
                told.slower(draft),
                choice.own().stream()
                        .map(site -> new SessionPlanPage.OwnPlace(PlanTold.code(site), told.name(site)))
                        .toList(),
                seen.goingOn().map(session -> "/sessions/" + session.session()).orElse(""),
                typed.names().isEmpty() ? form(choice) : typed,
                said,
                places.view(Stream.concat(draft.places().stream().map(PlannedPlace::site), choice.own().stream())
                        .map(PlanTold::code)
                        .toList()));
    }

    private static Form form(PlanChoice choice) {
        return Form.of(Map.of(
                "minutes",
                choice.minutes().isPresent()
                        ? List.of(String.valueOf(choice.minutes().getAsInt()))
                        : List.of(),
                "words",
                List.of(choice.words().value())));
    }
}
