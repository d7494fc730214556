package org.stillpoint.web.checkin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.CheckInReading;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.PainSaid;
import org.stillpoint.practice.contact.ReadContacts;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.LinkWords;

/** Hands the device over to a client, and asks them what the check-in asks; the lock lets nothing else through until it is taken back. */
@Controller
class HandedCheckInController {

    private final OpenSignIns signIns;
    private final CheckInReading reading;
    private final GiveCheckIn giveCheckIn;
    private final ReadContacts readContacts;
    private final Places places;

    HandedCheckInController(
            OpenSignIns signIns,
            CheckInReading reading,
            GiveCheckIn giveCheckIn,
            ReadContacts readContacts,
            Places places) {
        this.signIns = signIns;
        this.reading = reading;
        this.giveCheckIn = giveCheckIn;
        this.readContacts = readContacts;
        this.places = places;
    }

    @PostMapping("/clients/{id}/check-in/hand-over")
    String handOver(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Client client = reading.beforeAnother(actor, Id.of(id)).client();
        signIns.handOver(new HandedScreen(client.id(), HandedTask.CHECK_IN), request);
        return "redirect:" + path(client.id()) + "/check-in";
    }

    private static String path(Id<Client> client) {
        return "/clients/" + client;
    }

    /** Whether a client holds the device that asks. */
    boolean isHanded(HttpServletRequest request) {
        return signIns.isHanded(request, HandedTask.CHECK_IN);
    }

    String ask(Actor actor, Id<Client> client, Model model) {
        CheckInReading.Given given = reading.beforeAnother(actor, client);
        return ask(given, Id.random(), AskedPain.begun(given.map()), model);
    }

    private String ask(CheckInReading.Given given, Id<CheckIn> id, Form form, Model model) {
        return page(
                "handedcheckin",
                new HandedPages.HandedCheckInPage(
                        path(given.client().id()),
                        id.toString(),
                        form,
                        AskedPain.of(given.map(), places),
                        given.contacts(),
                        given.asked()),
                model);
    }

    /** Of today: it is asked of whoever sits there. */
    String give(Actor actor, Id<Client> client, Form form, HttpServletResponse response, Model model) {
        Id<CheckIn> id = form.id("id");
        Answers answers = TypedAnswers.of(form, List.of());
        Optional<PainSaid> pain = AskedPain.said(form, places);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return ask(reading.beforeAnother(actor, client), id, form, model);
        }
        Set<ConditionId> flags = TypedAnswers.redFlags(form);
        var wanted = new GiveCheckIn.Command(id, client, answers, Optional.empty(), pain, flags);
        return switch (giveCheckIn.by(actor, wanted)) {
            case Answer.Done<CheckIn> done -> kept(actor, LinkWords.THANKS, done.kept(), !flags.isEmpty(), model);
            case Answer.Again<CheckIn> again ->
                kept(actor, LinkWords.KEPT_BEFORE, again.kept(), !flags.isEmpty(), model);
            case Answer.Other<CheckIn> other -> throw new AlreadyThere("check-in", id);
            case Answer.Changed<CheckIn> changed -> throw new AlreadyThere("check-in", id);
            case Answer.No<CheckIn> no -> {
                CheckInReading.Given given = reading.beforeAnother(actor, client);
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield ask(given, id, AskedPain.lookedAtAgain(form, client, no.rule(), given.map(), places), model);
            }
        };
    }

    private String kept(Actor actor, LinkWords said, CheckIn kept, boolean flagged, Model model) {
        return page(
                "handedkept",
                new HandedPages.HandedKeptPage(
                        path(kept.client()),
                        said,
                        kept.saysWorse(),
                        flagged,
                        readContacts.by(actor).contacts()),
                model);
    }

    private static String page(String view, HandedPages page, Model model) {
        model.addAttribute("page", page);
        return view;
    }
}
