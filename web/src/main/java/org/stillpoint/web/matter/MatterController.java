package org.stillpoint.web.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.CheckInReading;
import org.stillpoint.practice.checkin.FollowUpWorse;
import org.stillpoint.practice.checkin.FollowUpWorse.StillOpen;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Matters;
import org.stillpoint.web.view.SafetySaid;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Speaker;

/** Something worse, said or judged, stays open until somebody writes here what was done. */
@Controller
class MatterController {

    private final SeeToday seeToday;
    private final CheckInReading reading;
    private final FollowUpWorse followUpWorse;
    private final Speaker speaker;
    private final Clock clock;

    MatterController(
            SeeToday seeToday, CheckInReading reading, FollowUpWorse followUpWorse, Speaker speaker, Clock clock) {
        this.seeToday = seeToday;
        this.reading = reading;
        this.followUpWorse = followUpWorse;
        this.speaker = speaker;
        this.clock = clock;
    }

    /** Everybody with something worse, a page at a time. */
    @GetMapping("/open-matters")
    String showAll(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        SeeToday.OpenMatters seen = seeToday.openMatters(actor, page);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "page",
                new AllMattersPage(
                        new MatterWords.HowMany(seen.all()),
                        seen.rows().stream()
                                .map(row -> new AllMattersPage.WaitingClient(
                                        ClientHead.of(row.standing().client(), today), Matters.latest(row, speaker)))
                                .toList(),
                        page > 1 ? "/open-matters?page=" + (page - 1) : "",
                        page * SeeToday.MOST_MATTERS < seen.all() ? "/open-matters?page=" + (page + 1) : ""));
        return "allmatters";
    }

    @GetMapping("/clients/{id}/open-matters")
    String show(Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("page", page(actor, Id.of(id), Id.random().toString(), Form.empty()));
        return "matters";
    }

    @PostMapping("/clients/{id}/open-matters")
    String followUp(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        PrivateText done = form.text("done");
        Set<Id<?>> seen = form.all("seen").stream().<Id<?>>map(Id::<CheckIn>of).collect(Collectors.toSet());
        if (done.value().isBlank()) {
            form.problems().add("done", MatterWords.NEEDED);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(actor, client, form.raw("key"), form));
            return "matters";
        }
        return switch (followUpWorse.by(actor, new FollowUpWorse.Command(form.key(), client, seen, done))) {
            case Answer.Done<StillOpen> kept -> after(client, kept.kept());
            case Answer.Again<StillOpen> again -> after(client, again.kept());
            case Answer.Changed<StillOpen> changed -> throw new AlreadyThere("follow-up", client);
            case Answer.Other<StillOpen> other -> throw new AlreadyThere("follow-up", client);
            case Answer.No<StillOpen> no -> throw new Refused(no.rule(), client);
        };
    }

    /** Back to the client, unless more was said meanwhile. */
    private static String after(Id<Client> client, StillOpen open) {
        return "redirect:/clients/" + client + (open.isEmpty() ? "" : "/open-matters");
    }

    private MatterPage page(Actor actor, Id<Client> id, String key, Form form) {
        CheckInReading.Given given = reading.by(actor, id);
        return new MatterPage(
                ClientHead.of(given.client(), LocalDate.now(clock)),
                key,
                Stream.concat(
                                given.flags().stream()
                                        .filter(RedFlag::isOpen)
                                        .map(flag -> new MatterPage.Matter(
                                                flag.id(), List.of(SafetySaid.flag(flag, speaker)))),
                                given.checkIns().reversed().stream()
                                        .filter(CheckIn::isOpen)
                                        .map(checkIn ->
                                                new MatterPage.Matter(checkIn.id(), Matters.said(checkIn, speaker))))
                        .toList(),
                form);
    }
}
