package org.stillpoint.web.checkin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.StalePage;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** The check-in. */
@Controller
class CheckInController {

    private final ReadClient readClient;
    private final GiveCheckIn giveCheckIn;
    private final Speaker speaker;
    private final Clock clock;

    CheckInController(ReadClient readClient, GiveCheckIn giveCheckIn, Speaker speaker, Clock clock) {
        this.speaker = speaker;
        this.readClient = readClient;
        this.giveCheckIn = giveCheckIn;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/check-in")
    String ask(Actor actor, @PathVariable String id, Model model) {
        model.addAttribute(
                "page", new CheckInPage(head(actor, Id.of(id)), Id.random().toString(), Form.empty()));
        return "checkin";
    }

    @PostMapping("/clients/{id}/check-in")
    String give(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Id<CheckIn> checkIn = form.id("id");
        Answers answers = answers(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new CheckInPage(head(actor, client), checkIn.toString(), form));
            return "checkin";
        }
        return switch (giveCheckIn.by(actor, new GiveCheckIn.Command(checkIn, client, answers))) {
            case Answer.Done<CheckIn> done -> thanks(client);
            case Answer.Again<CheckIn> again -> thanks(client);
            case Answer.Other<CheckIn> other -> different(actor, answers, other.kept(), response, model);
            case Answer.Changed<CheckIn> changed -> different(actor, answers, changed.kept(), response, model);
            case Answer.No<CheckIn> no -> throw new Refused(no.rule(), client);
        };
    }

    private static String thanks(Id<Client> client) {
        return "redirect:/clients/" + client + "/how-it-goes?thanks";
    }

    /** Another check-in is kept under this id: both are shown, and nothing is told as saved. */
    private String different(Actor actor, Answers typed, CheckIn kept, HttpServletResponse response, Model model) {
        List<StalePage.StaleField> rows = new ArrayList<>();
        Answers stored = kept.answers();
        rows.add(row(CheckInWords.PAIN, Optional.of(typed.pain()), Optional.of(stored.pain())));
        rows.add(row(CheckInWords.STRESS, Optional.of(typed.stress()), Optional.of(stored.stress())));
        rows.add(row(CheckInWords.TENSION, Optional.of(typed.tension()), Optional.of(stored.tension())));
        rows.add(row(CheckInWords.ANXIETY, Optional.of(typed.anxiety()), Optional.of(stored.anxiety())));
        rows.add(row(CheckInWords.MOOD, typed.mood(), stored.mood()));
        rows.add(row(CheckInWords.SLEEP, typed.sleep(), stored.sleep()));
        rows.add(row(CheckInWords.BODY_AWARENESS, typed.bodyAwareness(), stored.bodyAwareness()));
        rows.add(new StalePage.StaleField(
                CheckInWords.WORSE,
                typed.anythingWorse().value(),
                stored.anythingWorse().value()));
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute(
                "page",
                new StalePage(
                        head(actor, kept.client()),
                        CheckInWords.ANOTHER_KEPT,
                        rows,
                        "/clients/" + kept.client() + "/check-in"));
        return "stale";
    }

    private StalePage.StaleField row(Message label, Optional<Score0To10> typed, Optional<Score0To10> stored) {
        return new StalePage.StaleField(
                label,
                typed.map(speaker::score).orElse(""),
                stored.map(speaker::score).orElse(""));
    }

    private ClientHead head(Actor actor, Id<Client> client) {
        return ClientHead.of(readClient.who(actor, client), LocalDate.now(clock));
    }

    private static Answers answers(Form form) {
        Score0To10 pain = form.score("pain");
        Score0To10 stress = form.score("stress");
        Score0To10 tension = form.score("tension");
        Score0To10 anxiety = form.score("anxiety");
        Optional<Score0To10> mood = form.optionalScore("mood");
        Optional<Score0To10> sleep = form.optionalScore("sleep");
        Optional<Score0To10> awareness = form.optionalScore("bodyAwareness");
        PrivateText worse = form.text("worse");
        return new Answers(pain, stress, tension, anxiety, mood, sleep, awareness, worse);
    }
}
