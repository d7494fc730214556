package org.stillpoint.web.slip;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.client.CorrectClient;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.slip.SlipReading;
import org.stillpoint.practice.slip.SlipReading.Mendable;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.slip.SlipsPage.EntryRow;
import org.stillpoint.web.slip.SlipsPage.SlipPart;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.StalePage;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;

/** Every entry of a client, and what was mended of them; and the client's name and year of birth. */
@Controller
class SlipController {

    private final SlipReading reading;
    private final ReadClient readClient;
    private final CorrectClient correctClient;
    private final MendedRows rows;
    private final Speaker speaker;
    private final Clock clock;

    SlipController(
            SlipReading reading, ReadClient readClient, CorrectClient correctClient, Places places, Clock clock) {
        this.reading = reading;
        this.readClient = readClient;
        this.correctClient = correctClient;
        this.rows = new MendedRows(places);
        this.speaker = places.speaker();
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/slips")
    String show(Actor actor, @PathVariable String id, Model model) {
        Mendable mendable = reading.by(actor, Id.of(id));
        ClientHead head = ClientHead.of(mendable.client(), LocalDate.now(clock));
        List<SlipPart> parts = new ArrayList<>();
        parts.add(new SlipPart(
                SlipWords.WHO_IT_IS,
                List.of(new EntryRow(head.name(), head.age(), Optional.of(head.path() + "/name")))));
        parts.add(new SlipPart(
                SlipWords.DIARY,
                mendable.diary().stream().map(each -> row(head, each)).toList()));
        parts.add(new SlipPart(
                SlipWords.EVENTS,
                mendable.events().stream().map(each -> row(head, each)).toList()));
        parts.add(new SlipPart(
                SlipWords.CHECKS,
                mendable.checks().stream().map(each -> row(head, each)).toList()));
        parts.add(new SlipPart(
                SlipWords.SESSIONS,
                mendable.sessions().stream()
                        .filter(EndedSession.class::isInstance)
                        .map(this::row)
                        .toList()));
        model.addAttribute(
                "page",
                new SlipsPage(
                        head,
                        parts.stream().filter(part -> !part.rows().isEmpty()).toList(),
                        mendable.mended().stream().map(rows::of).toList()));
        return "slips";
    }

    private EntryRow row(ClientHead head, CheckIn checkIn) {
        return new EntryRow(
                day(checkIn.at()),
                new CheckInWords.Answered(CheckInWords.PAIN, checkIn.answers().pain()),
                Optional.of(head.path() + "/check-ins/" + checkIn.id()));
    }

    private EntryRow row(ClientHead head, TraumaEvent event) {
        boolean locked = event.lockedBy().isPresent();
        return new EntryRow(
                speaker.say(new EventWords.KindAndWhen(
                        event.told().kind(), event.told().when())),
                locked ? SlipWords.LOCKED : new EventWords.KnownAs(event.provenance()),
                locked ? Optional.empty() : Optional.of(head.path() + "/events/" + event.id()));
    }

    private EntryRow row(ClientHead head, SafetyCheck check) {
        return new EntryRow(
                day(check.at()),
                check.found().isEmpty()
                        ? SlipWords.NOTHING_FOUND
                        : new SlipWords.Found(check.found().size()),
                Optional.of(head.path() + "/safety-checks/" + check.id()));
    }

    private EntryRow row(Session session) {
        return new EntryRow(
                day(session.startedAt()), SlipWords.MARKS_IN_SESSION, Optional.of("/sessions/" + session.id()));
    }

    private String day(Instant at) {
        return speaker.shortDay(LocalDate.ofInstant(at, speaker.zone()));
    }

    @GetMapping("/clients/{id}/name")
    String askName(Actor actor, @PathVariable String id, Model model) {
        Client client = readClient.who(actor, Id.of(id));
        Form typed = Form.of(Map.of(
                "name", List.of(client.name().value()),
                "yearOfBirth", List.of(year(client))));
        return name(client, String.valueOf(client.version().number()), typed, model);
    }

    private static String year(Client client) {
        return client.yearOfBirth().isPresent()
                ? String.valueOf(client.yearOfBirth().getAsInt())
                : "";
    }

    @PostMapping("/clients/{id}/name")
    String correctName(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        PrivateText name = form.text("name");
        if (name.value().isBlank() || name.value().length() > Client.MOST_NAME_CHARACTERS) {
            form.problems().add("name", new ClientWords.NameNeeded(Client.MOST_NAME_CHARACTERS));
        }
        OptionalInt year = form.year(
                "yearOfBirth", Client.EARLIEST_BIRTH, LocalDate.now(clock).getYear());
        PrivateText reason = form.text("reason");
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return name(readClient.who(actor, client), form.raw("version"), form, model);
        }
        var wanted = new CorrectClient.Command(form.key(), client, form.version(), name, year, reason);
        return switch (correctClient.by(actor, wanted)) {
            case Answer.Done<Client> done -> "redirect:/clients/" + client + "/about?saved=name";
            case Answer.Again<Client> again -> "redirect:/clients/" + client + "/about?saved=name";
            case Answer.Changed<Client> changed -> stale(changed.kept(), name, year, response, model);
            case Answer.Other<Client> other -> stale(other.kept(), name, year, response, model);
            case Answer.No<Client> no -> throw new Refused(no.rule(), client);
        };
    }

    static String slips(Id<Client> client) {
        return "redirect:/clients/" + client + "/slips";
    }

    private String stale(Client kept, PrivateText name, OptionalInt year, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        Message what = SlipWords.WHO_IT_IS;
        model.addAttribute(
                "page",
                new StalePage(
                        ClientHead.of(kept, LocalDate.now(clock)),
                        what,
                        List.of(
                                new StalePage.StaleField(
                                        CommonWords.NAME,
                                        name.value(),
                                        kept.name().value()),
                                new StalePage.StaleField(
                                        ClientWords.YEAR_OF_BIRTH,
                                        year.isPresent() ? String.valueOf(year.getAsInt()) : "",
                                        year(kept))),
                        "/clients/" + kept.id() + "/name"));
        return "stale";
    }

    private String name(Client client, String version, Form form, Model model) {
        model.addAttribute("page", new MendPages.MendName(ClientHead.of(client, LocalDate.now(clock)), version, form));
        return "mendname";
    }
}
