package org.stillpoint.web.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.outcome.DrawLot;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.outcome.LotReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.PlanWords;

/** Draws a plan by lot and seals it before it begins: the day sessions start, or which blocks have them. */
@Controller
class PlanController {

    private final LotReading reading;
    private final DrawLot drawLot;
    private final Clock clock;

    PlanController(LotReading reading, DrawLot drawLot, Clock clock) {
        this.reading = reading;
        this.drawLot = drawLot;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/plan")
    String ask(Actor actor, @PathVariable String id, Model model) {
        Form form = Form.of(Map.of(
                "kind", List.of("START"),
                "first", List.of(LocalDate.now(clock).plusDays(1).toString()),
                "least", List.of("10"),
                "count", List.of("20")));
        model.addAttribute("page", page(reading.by(actor, Id.of(id)), form, Id.random()));
        return "plan";
    }

    @PostMapping("/clients/{id}/plan")
    String draw(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Id<LedgerEntry> entry = form.id("id");
        Optional<DrawLot.Command> wanted = wanted(entry, client, form);
        int status = HttpServletResponse.SC_BAD_REQUEST;
        if (wanted.isPresent()) {
            switch (drawLot.by(actor, wanted.get())) {
                case Answer.Done<Lot> done -> {
                    return drawn(client);
                }
                case Answer.Again<Lot> again -> {
                    return drawn(client);
                }
                case Answer.Other<Lot> other -> {
                    status = HttpServletResponse.SC_CONFLICT;
                    form.problems().add("kind", PlanWords.DRAWN_ALREADY);
                }
                case Answer.Changed<Lot> changed -> {
                    return drawn(client);
                }
                case Answer.No<Lot> no
                when no.rule() == Refused.Rule.LOT_IS_DRAWN -> form.problems().add("stops", new Named(no.rule()));
                case Answer.No<Lot> no -> form.problems().add("first", new PlanWords.CannotBeDrawn(no.rule()));
            }
        }
        response.setStatus(status);
        model.addAttribute("page", page(reading.by(actor, client), form, entry));
        return "plan";
    }

    private static String drawn(Id<Client> client) {
        return "redirect:/clients/" + client + "/plan";
    }

    private Optional<DrawLot.Command> wanted(Id<LedgerEntry> entry, Id<Client> client, Form form) {
        Lot.PlanKind kind = Arrays.stream(Lot.PlanKind.values())
                .filter(one -> form.chosen("kind", one.name()))
                .findFirst()
                .orElse(Lot.PlanKind.START);
        LocalDate first = first(form);
        OptionalDouble least = whole(form, "least", DrawLot.least(kind));
        OptionalDouble count = whole(form, "count", DrawLot.count(kind));
        return form.good()
                ? Optional.of(new DrawLot.Command(
                        entry,
                        client,
                        kind,
                        first,
                        (int) least.orElseThrow(),
                        (int) count.orElseThrow(),
                        form.text("stops")))
                : Optional.empty();
    }

    private LocalDate first(Form form) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        try {
            LocalDate first = LocalDate.parse(form.raw("first").strip());
            if (first.isBefore(tomorrow) || first.isAfter(tomorrow.plusYears(1))) {
                form.problems().add("first", PlanWords.WITHIN_A_YEAR);
            }
            return first;
        } catch (DateTimeParseException notADay) {
            form.problems().add("first", new FormWords.DayNeeded(tomorrow.toString()));
            return tomorrow;
        }
    }

    private static OptionalDouble whole(Form form, String field, DrawLot.Range range) {
        OptionalDouble value = form.number(field, range.from(), range.to());
        if (!form.problems().has(field) && (value.isEmpty() || value.getAsDouble() != Math.rint(value.getAsDouble()))) {
            form.problems().add(field, new FormWords.WholeNumberBetween(range.from(), range.to()));
        }
        return value;
    }

    private boolean stands(LotReading.Plans plans) {
        LocalDate today = LocalDate.now(clock);
        return plans.lots().stream()
                .anyMatch(drawn -> drawn.stopped().isEmpty() && !drawn.lot().isOver(today));
    }

    private PlanPage page(LotReading.Plans plans, Form form, Id<LedgerEntry> id) {
        return new PlanPage(
                ClientHead.of(plans.client(), LocalDate.now(clock)),
                plans.lots().reversed().stream()
                        .map(drawn -> new PlanPage.PlanDrawn(
                                PlanWords.of(drawn.lot()),
                                drawn.stopped().<Message>map(reason -> new PlanWords.Stopped(reason.value()))))
                        .toList(),
                stands(plans),
                id.toString(),
                form);
    }
}
