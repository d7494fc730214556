package org.stillpoint.web.followup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.followup.FollowUpReading;
import org.stillpoint.practice.followup.FollowUpReading.ClientToAsk;
import org.stillpoint.practice.followup.FollowUpReading.FollowUpView;
import org.stillpoint.practice.followup.NoteAskedAfter;
import org.stillpoint.practice.mail.MailReading;
import org.stillpoint.practice.mail.MailReading.ClientToRing;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.followup.WayOfAsking;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.FollowUpWords;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;

/** After a session: who is to be asked how it went, and noting that they were. */
@Controller
class FollowUpController {

    private final FollowUpReading reading;
    private final NoteAskedAfter noteAskedAfter;
    private final MailReading mail;
    private final Speaker speaker;
    private final Clock clock;

    FollowUpController(
            FollowUpReading reading, NoteAskedAfter noteAskedAfter, MailReading mail, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.noteAskedAfter = noteAskedAfter;
        this.mail = mail;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/follow-ups")
    String showAll(Actor actor, Model model) {
        List<ClientToAsk> all = reading.all(actor);
        model.addAttribute(
                "page",
                new AllFollowUpsPage(
                        all.stream().map(this::row).toList(),
                        all.size() == FollowUpReading.MOST,
                        mail.toRing(actor).stream().map(this::ring).toList()));
        return "followups";
    }

    private AllFollowUpsPage.RingRow ring(ClientToRing ring) {
        Message what =
                switch (ring.matter()) {
                    case MailMatter.AppointmentAhead ahead ->
                        new MailWords.ExpectedAt(
                                new CommonWords.DayAndTime(ahead.start(), speaker.time(ahead.start())));
                    case MailMatter.LinkHandedOn handed -> MailWords.LINK_NOT_ARRIVED;
                    case MailMatter.FollowUpDue due -> FollowUpWords.DUE;
                };
        Optional<Message> why =
                ring.fault().<Message>map(Named::new).or(() -> ring.whyNot().map(Named::new));
        String phone = ring.phone().value();
        return new AllFollowUpsPage.RingRow(
                ClientHead.of(ring.client(), LocalDate.now(clock)), what, why, phone, Contact.dialled(phone));
    }

    @GetMapping("/clients/{id}/follow-up")
    String show(Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("page", page(actor, Id.of(id), Id.random().toString(), Form.empty()));
        return "followup";
    }

    @PostMapping("/clients/{id}/follow-up")
    String note(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Id<AskedAfter> noted = form.id("id");
        Id<Session> session = form.id("session");
        Optional<WayOfAsking> how = Arrays.stream(WayOfAsking.values())
                .filter(way -> form.chosen("how", way.name()))
                .findFirst();
        PrivateText said = form.text("said");
        if (how.isEmpty()) {
            form.problems().add("how", FollowUpWords.HOW_NEEDED);
        }
        if (said.value().isBlank()) {
            form.problems().add("said", FollowUpWords.SAID_NEEDED);
        }
        if (!form.good() || how.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(actor, client, form.raw("id"), form));
            return "followup";
        }
        return switch (noteAskedAfter.by(actor, new NoteAskedAfter.Command(noted, client, session, how.get(), said))) {
            case Answer.Done<Id<AskedAfter>> done -> "redirect:/clients/" + client;
            case Answer.Again<Id<AskedAfter>> again -> "redirect:/clients/" + client;
            case Answer.Changed<Id<AskedAfter>> changed -> throw new AlreadyThere("follow-up", noted);
            case Answer.Other<Id<AskedAfter>> other -> throw new AlreadyThere("follow-up", noted);
            case Answer.No<Id<AskedAfter>> no -> throw new Refused(no.rule(), client);
        };
    }

    private FollowUpPage page(Actor actor, Id<Client> id, String key, Form form) {
        FollowUpView seen = reading.by(actor, id);
        return new FollowUpPage(
                ClientHead.of(seen.client(), LocalDate.now(clock)),
                key,
                seen.last().map(last -> last.id().toString()).orElse(""),
                sentence(seen),
                seen.due().map(this::row),
                seen.asked().stream().map(this::asked).toList(),
                form);
    }

    private Message sentence(FollowUpView seen) {
        if (seen.last().isEmpty()) {
            return FollowUpWords.NONE_TO_ASK;
        }
        EndedSession last = seen.last().get();
        String day = speaker.shortDay(last.endedAt());
        return seen.due().isPresent() ? new FollowUpWords.AfterSession(day) : new FollowUpWords.NothingDue(day);
    }

    private FollowUpRow row(ClientToAsk asked) {
        return FollowUpRow.of(asked, clock.instant(), speaker);
    }

    private FollowUpPage.AskedRow asked(AskedAfter asked) {
        return new FollowUpPage.AskedRow(
                new FollowUpWords.AskedOn(speaker.shortDay(asked.at()), new Named(asked.how())),
                asked.said().value());
    }
}
