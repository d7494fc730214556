package org.stillpoint.web.about;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.about.AboutReading;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.ArchiveClient;
import org.stillpoint.practice.mail.MailReading.ClientMail;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.about.AboutPage.AboutSection;
import org.stillpoint.web.about.AboutPage.AfterSaving;
import org.stillpoint.web.mail.MailTold;
import org.stillpoint.web.slip.MendedRows;
import org.stillpoint.web.view.AboutFields;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.SafetySaid;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** What is told about a client, and whether they still come. */
@Controller
class AboutController {
    private final AboutReading reading;
    private final ArchiveClient archive;
    private final MendedRows rows;
    private final Speaker speaker;
    private final Clock clock;

    AboutController(AboutReading reading, ArchiveClient archive, Places places, Clock clock) {
        this.reading = reading;
        this.archive = archive;
        this.rows = new MendedRows(places);
        this.speaker = places.speaker();
        this.clock = clock;
    }

    /** What was done before the page is shown, as its address says it. */
    enum KeptPart {
        NAME(AboutWords.WHO),
        CONTACT(AboutWords.CONTACT),
        BACKGROUND(AboutWords.BACKGROUND),
        CARERS(AboutWords.CARERS),
        MAIL(MailWords.WISHES);

        private final Message title;

        KeptPart(Message title) {
            this.title = title;
        }

        private static Optional<Message> said(@Nullable String typed) {
            return Arrays.stream(values())
                    .filter(part -> part.address().equals(typed))
                    .findFirst()
                    .map(part -> new AboutWords.Saved(part.title));
        }

        String address() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static String kept(Id<Client> client, KeptPart part) {
        return "redirect:/clients/" + client + "/about?saved=" + part.address();
    }

    @GetMapping("/clients/{id}/about")
    String show(Actor actor, @PathVariable String id, @RequestParam @Nullable String saved, Model model) {
        Optional<Message> said = KeptPart.said(saved);
        if (!Membership.seesWhatWasTold(actor)) {
            return show(reading.contact(actor, Id.of(id)), said, model);
        }
        return show(reading.by(actor, Id.of(id)), said, Form.empty(), model);
    }

    /** What the front desk sees. */
    private String show(AboutReading.ContactView view, Optional<Message> saved, Model model) {
        ClientHead head = head(view.client());
        model.addAttribute(
                "page",
                new AboutPage(
                        head,
                        saved,
                        saved.map(done -> new AfterSaving(AboutWords.NEXT_APPOINTMENT, head.path() + "/appointments")),
                        archived(view.client(), Optional.empty()),
                        List.of(
                                who(head, view.client()),
                                contact(head, view.contact().told()),
                                mail(head, view.mail())),
                        false,
                        List.of(),
                        List.of(),
                        "",
                        false,
                        false,
                        Form.empty()));
        return "about";
    }

    private String show(AboutReading.AboutView view, Optional<Message> saved, Form form, Model model) {
        ClientHead head = head(view.client());
        List<AboutSection> parts = new ArrayList<>();
        parts.add(section(
                AboutWords.BACKGROUND,
                AboutFields.of(view.background().told(), speaker),
                head.path() + "/about/background"));
        parts.add(contact(head, view.contact().told()));
        parts.add(mail(head, view.mail()));
        parts.add(section(
                AboutWords.CARERS,
                AboutFields.of(view.background().told(), view.carers(), speaker),
                head.path() + "/about/carers"));
        parts.add(who(head, view.client()));
        model.addAttribute(
                "page",
                new AboutPage(
                        head,
                        saved,
                        saved.map(done -> next(head, view)),
                        archived(view.client(), view.archivedBy().map(name -> name.value())),
                        parts,
                        true,
                        SafetySaid.answered(view.answered(), speaker),
                        view.history().stream().map(rows::of).toList(),
                        String.valueOf(view.client().version().number()),
                        view.decides(),
                        view.mayErase(),
                        form));
        return "about";
    }

    private static AfterSaving next(ClientHead head, AboutReading.AboutView view) {
        if (view.background().told().reason().isEmpty()) {
            return new AfterSaving(AboutWords.NEXT_WHY, head.path() + "/about/background");
        }
        if (view.contact().told().equals(ContactDetails.NONE)) {
            return new AfterSaving(AboutWords.NEXT_REACH, head.path() + "/about/contact");
        }
        return new AfterSaving(AboutWords.NEXT_STORY, head.path());
    }

    private static AboutSection who(ClientHead head, Client client) {
        return section(AboutWords.WHO, AboutFields.of(client), head.path() + "/name");
    }

    private static AboutSection contact(ClientHead head, ContactDetails told) {
        return section(AboutWords.CONTACT, AboutFields.of(told), head.path() + "/about/contact");
    }

    private AboutSection mail(ClientHead head, ClientMail mail) {
        return section(MailWords.WISHES, MailTold.facts(mail, speaker), head.path() + "/about/mail");
    }

    private static AboutSection section(Message title, Map<Message, String> fields, String address) {
        return new AboutSection(
                title,
                fields.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new)),
                address);
    }

    private Optional<Message> archived(Client client, Optional<String> by) {
        return client.archiving().map(since -> archived(since, by));
    }

    private Message archived(Archiving since, Optional<String> by) {
        String day = speaker.day(since.at());
        String reason = since.reason().value();
        return by.<Message>map(name -> new AboutWords.ArchivedBy(day, name, reason))
                .orElseGet(() -> new AboutWords.ArchivedOn(day, reason));
    }

    @PostMapping("/clients/{id}/archive")
    String archive(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        PrivateText reason = form.text("reason");
        if (reason.value().isBlank()) {
            form.problems().add("reason", AboutWords.SAY_WHY);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(reading.by(actor, client), Optional.empty(), form, model);
        }
        return done(archive.by(actor, new ArchiveClient.Command(form.key(), client, form.version(), reason)), client);
    }

    @PostMapping("/clients/{id}/bring-back")
    String bringBack(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        return done(
                archive.bringBack(
                        actor, new ArchiveClient.Command(form.key(), client, form.version(), form.text("reason"))),
                client);
    }

    /** The page itself then says whether they are archived. */
    private static String done(Answer<Client> answer, Id<Client> client) {
        return switch (answer) {
            case Answer.Done<Client> done -> "redirect:/clients/" + client + "/about";
            case Answer.Again<Client> again -> "redirect:/clients/" + client + "/about";
            case Answer.Changed<Client> changed -> throw new AlreadyThere("client", client);
            case Answer.Other<Client> other -> throw new AlreadyThere("client", client);
            case Answer.No<Client> no -> throw new Refused(no.rule(), client);
        };
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }
}
