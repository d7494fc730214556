package org.stillpoint.web.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.contact.ChangeContacts;
import org.stillpoint.practice.contact.ReadContacts;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.contact.ContactList;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.HelpWords;
import org.stillpoint.words.Message;

/** Whom to ring: one tap from every page, and what somebody reads who has said that something is worse. */
@Controller
class HelpController {

    private final ReadContacts readContacts;
    private final ChangeContacts changeContacts;
    private final ReadClient readClient;
    private final OpenSignIns signIns;
    private final Clock clock;

    HelpController(
            ReadContacts readContacts,
            ChangeContacts changeContacts,
            ReadClient readClient,
            OpenSignIns signIns,
            Clock clock) {
        this.signIns = signIns;
        this.readContacts = readContacts;
        this.changeContacts = changeContacts;
        this.readClient = readClient;
        this.clock = clock;
    }

    @GetMapping("/help-now")
    String help(
            Actor actor,
            @RequestParam(name = "for") @Nullable String client,
            @RequestParam @Nullable String session,
            HttpServletRequest request,
            Model model) {
        List<Contact> contacts = readContacts.by(actor).contacts();
        Optional<String> handed = OpenSignIns.handedPage(request);
        if (handed.isPresent()) {
            model.addAttribute("page", new HandedHelpPage(handed.get(), contacts));
            return "handedhelp";
        }
        model.addAttribute(
                "page",
                new HelpPage(
                        contacts,
                        Membership.runsThePractice(actor),
                        session == null ? "" : Id.<Session>of(session).toString(),
                        Id.random().toString(),
                        client == null ? "" : "/clients/" + Id.<Client>of(client)));
        return "helpnow";
    }

    @GetMapping("/clients/{id}/thanks")
    String thank(Actor actor, @PathVariable String id, Model model) {
        ClientHead head = ClientHead.of(readClient.who(actor, Id.of(id)), LocalDate.now(clock));
        model.addAttribute("page", new ThanksPage(head, readContacts.by(actor).contacts()));
        return "thanks";
    }

    @GetMapping("/practice/contacts")
    String show(Actor actor, Model model) {
        if (!Membership.runsThePractice(actor)) {
            return "redirect:/help-now"; // read there by everybody; written by the owner
        }
        return page(readContacts.by(actor), Optional.empty(), model);
    }

    @PostMapping("/practice/contacts")
    String write(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        List<Contact> contacts = new ArrayList<>();
        for (ContactsPage.LineFields line : lines()) {
            read(form, line).ifPresent(contacts::add);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute(
                    "page",
                    new ContactsPage(form.raw("key"), form.version().number(), lines(), form, Optional.empty()));
            return "contacts";
        }
        ContactList wanted = new ContactList(contacts, form.version());
        return switch (changeContacts.by(actor, new ChangeContacts.Command(form.key(), wanted))) {
            case Answer.Done<ContactList> done -> "redirect:/help-now";
            case Answer.Again<ContactList> again -> "redirect:/help-now";
            case Answer.Changed<ContactList> changed -> stale(changed.kept(), response, model);
            case Answer.Other<ContactList> other -> stale(other.kept(), response, model);
            case Answer.No<ContactList> no -> throw new Refused(no.rule(), form.key());
        };
    }

    private static String stale(ContactList kept, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(kept, Optional.of(HelpWords.CHANGED), model);
    }

    /** A line; empty where neither is given, and where something is wrong with it. */
    private static Optional<Contact> read(Form form, ContactsPage.LineFields line) {
        String who = form.raw(line.who()).strip();
        String number = form.raw(line.number()).strip();
        if (who.isEmpty() && number.isEmpty()) {
            return Optional.empty();
        }
        if (who.isEmpty() || number.isEmpty() || who.length() > Contact.MOST_CHARACTERS) {
            form.problems().add(line.number(), HelpWords.BOTH);
            return Optional.empty();
        }
        if (!Contact.isNumber(number)) {
            form.problems().add(line.number(), HelpWords.NO_NUMBER);
            return Optional.empty();
        }
        return Optional.of(new Contact(who, number));
    }

    private static String page(ContactList kept, Optional<Message> said, Model model) {
        Map<String, List<String>> values = new HashMap<>();
        List<ContactsPage.LineFields> lines = lines();
        for (int i = 0; i < kept.contacts().size(); i++) {
            values.put(lines.get(i).who(), List.of(kept.contacts().get(i).who()));
            values.put(lines.get(i).number(), List.of(kept.contacts().get(i).number()));
        }
        model.addAttribute(
                "page",
                new ContactsPage(Id.random().toString(), kept.version().number(), lines, Form.of(values), said));
        return "contacts";
    }

    private static List<ContactsPage.LineFields> lines() {
        return IntStream.rangeClosed(1, ContactList.MOST)
                .mapToObj(i -> new ContactsPage.LineFields(new HelpWords.Line(i), "who-" + i, "number-" + i))
                .toList();
    }
}
