package org.stillpoint.web.erase;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.practice.client.ErasureReading;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.retention.RetentionReading;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.keeping.ErasureReceipt;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.EraseWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.RetentionWords;
import org.stillpoint.words.Speaker;

/** A client is erased for ever: asked twice, and told what was done. */
@Controller
class EraseController {

    private final ReadClient readClient;
    private final EraseClient eraseClient;
    private final ErasureReading reading;
    private final RetentionReading retention;
    private final Speaker speaker;
    private final Clock clock;

    EraseController(
            ReadClient readClient,
            EraseClient eraseClient,
            ErasureReading reading,
            RetentionReading retention,
            Speaker speaker,
            Clock clock) {
        this.retention = retention;
        this.readClient = readClient;
        this.eraseClient = eraseClient;
        this.reading = reading;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/erase")
    String ask(Actor actor, @PathVariable String id, Model model) {
        requireOwner(actor);
        model.addAttribute(
                "page",
                page(actor, readClient.who(actor, Id.of(id)), Id.random().toString(), Form.empty()));
        return "erase";
    }

    @PostMapping("/clients/{id}/erase")
    String erase(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOwner(actor);
        Client client = readClient.who(actor, Id.of(id));
        Form form = Form.of(request);
        if (!same(form.raw("name"), client.name().value())) {
            form.problems().add("name", EraseWords.NOT_THE_NAME);
        }
        if (!form.chosen("for-ever", "on")) {
            form.problems().add("for-ever", EraseWords.SAY_SO);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(actor, client, form.raw("key"), form));
            return "erase";
        }
        return switch (eraseClient.by(actor, new EraseClient.Command(Id.of(form.raw("key")), client.id()))) {
            case Answer.Done<Id<Client>> done -> "redirect:/practice/erased/" + id;
            case Answer.Again<Id<Client>> again -> "redirect:/practice/erased/" + id;
            case Answer.Changed<Id<Client>> changed -> throw new AlreadyThere("erasure", client.id());
            case Answer.Other<Id<Client>> other -> throw new AlreadyThere("erasure", client.id());
            case Answer.No<Id<Client>> held -> {
                form.problems().add("for-ever", new Named(held.rule()));
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("page", page(actor, client, form.raw("key"), form));
                yield "erase";
            }
        };
    }

    /** Nobody is asked for what they may not do. */
    private static void requireOwner(Actor actor) {
        if (!Membership.runsThePractice(actor)) {
            throw new NotAllowed(Act.ERASE_CLIENT.name());
        }
    }

    @GetMapping("/practice/erased/{id}")
    String receipt(Actor actor, @PathVariable String id, Model model) {
        ErasureReceipt receipt = reading.by(actor, Id.of(id));
        model.addAttribute(
                "page",
                new ErasedPage(
                        id,
                        List.of(
                                new EraseWords.Destroyed(at(receipt.at()), receipt.rows()),
                                receipt.finishedAt()
                                        .<Message>map(when -> new EraseWords.DrivenOut(at(when)))
                                        .orElse(EraseWords.STILL_IN_USE)),
                        receipt.scanned().stream()
                                .<Message>map(file -> new EraseWords.Scanned(file.name(), file.bytes()))
                                .toList()));
        return "erased";
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }

    private ErasePage page(Actor actor, Client client, String key, Form form) {
        List<Message> holds = retention.of(actor, client.id()).stream()
                .filter(LegalHold::stands)
                .<Message>map(hold -> new RetentionWords.HeldSince(
                        LocalDate.ofInstant(hold.since(), clock.getZone()),
                        hold.reason().value()))
                .toList();
        return new ErasePage(ClientHead.of(client, LocalDate.now(clock)), key, form, holds);
    }

    private static boolean same(String typed, String name) {
        return typed.strip().toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT));
    }
}
