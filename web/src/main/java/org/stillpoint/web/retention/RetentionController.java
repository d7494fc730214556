package org.stillpoint.web.retention;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.retention.HoldClient;
import org.stillpoint.practice.retention.LiftHold;
import org.stillpoint.practice.retention.RetentionReading;
import org.stillpoint.practice.retention.SetRetention;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.retention.RetentionRule;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.retention.RetentionPage.RetentionRow;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.RetentionWords;

/** How long records are kept, what is due for erasure, and holds: for the owner. */
@Controller
class RetentionController {

    private final RetentionReading reading;
    private final SetRetention setRetention;
    private final HoldClient holdClient;
    private final LiftHold liftHold;
    private final Clock clock;

    RetentionController(
            RetentionReading reading,
            SetRetention setRetention,
            HoldClient holdClient,
            LiftHold liftHold,
            Clock clock) {
        this.reading = reading;
        this.setRetention = setRetention;
        this.holdClient = holdClient;
        this.liftHold = liftHold;
        this.clock = clock;
    }

    @GetMapping("/practice/retention")
    String show(Actor actor, Model model) {
        RetentionReading.DueForErasure read = reading.by(actor);
        Form form = Form.of(Map.of(
                "years", List.of(String.valueOf(read.rule().years())),
                "fullAge", List.of(String.valueOf(read.rule().fullAge()))));
        return page(read, form, model);
    }

    @PostMapping("/practice/retention")
    String set(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        int years = whole(form, "years", RetentionRule.LEAST_YEARS, RetentionRule.MOST_YEARS);
        int fullAge = whole(form, "fullAge", 0, RetentionRule.MOST_AGE);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(reading.by(actor), form, model);
        }
        setRetention.by(actor, new SetRetention.Command(form.key(), new RetentionRule(years, fullAge)));
        return "redirect:/practice/retention";
    }

    private static int whole(Form form, String field, int least, int most) {
        OptionalDouble typed = form.number(field, least, most);
        if (form.good() && (typed.isEmpty() || typed.getAsDouble() != Math.rint(typed.getAsDouble()))) {
            form.problems().add(field, new FormWords.WholeNumberBetween(least, most));
        }
        return (int) typed.orElse(least);
    }

    @PostMapping("/clients/{id}/hold")
    String hold(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        PrivateText reason = form.text("reason");
        if (form.raw("do").equals("lift")) {
            liftHold.by(actor, new LiftHold.Command(form.key(), client));
        } else {
            holdClient.by(actor, new HoldClient.Command(new Id<>(form.key().value()), client, reason));
        }
        return "redirect:/clients/" + client + "/erase";
    }

    private String page(RetentionReading.DueForErasure read, Form form, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "page",
                new RetentionPage(
                        form,
                        read.due().stream()
                                .map(due -> new RetentionRow(
                                        ClientHead.of(due.client(), today),
                                        new RetentionWords.DueSince(due.due(), due.lastEntry())))
                                .toList(),
                        read.held().stream()
                                .map(held -> new RetentionRow(
                                        ClientHead.of(held.client(), today),
                                        new RetentionWords.HeldSince(
                                                LocalDate.ofInstant(held.hold().since(), clock.getZone()),
                                                held.hold().reason().value())))
                                .toList()));
        return "retention";
    }
}
