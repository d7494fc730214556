package org.stillpoint.web.fhir;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.exchange.fhir.take.ProposedEvent;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalReason;
import org.stillpoint.exchange.fhir.take.TakeFhir;
import org.stillpoint.exchange.fhir.take.TakenFhir;
import org.stillpoint.exchange.fhir.take.TakenFhir.AnsweredSum;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.history.HistoryReading;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.client.EventForm;
import org.stillpoint.web.fhir.ProposalsPage.FileLook;
import org.stillpoint.web.fhir.ProposalsPage.ProposalRow;
import org.stillpoint.web.security.RequestSizeFilter;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.SentFile;
import org.stillpoint.words.FhirWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;

/**
 * A FHIR file of another system: what it proposes is shown, and each is told by the client or left out. Nothing of the file is kept but what they
 * tell; the file itself stays in the page. The same file again tells nothing twice.
 */
@Controller
class ProposalsController {
    private final HistoryReading reading;
    private final ReadClient readClient;
    private final TellEvent tellEvent;
    private final Places places;
    private final Clock clock;

    ProposalsController(
            HistoryReading reading, ReadClient readClient, TellEvent tellEvent, Places places, Clock clock) {
        this.reading = reading;
        this.readClient = readClient;
        this.tellEvent = tellEvent;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/fhir")
    String ask(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = RequestSizeFilter.TOO_LARGE) @Nullable String tooLarge,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of());
        if (tooLarge != null) {
            form.problems().add("file", FhirWords.FILE_TOO_LARGE);
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        model.addAttribute("page", new ProposalsPage(head(actor, Id.of(id)), Optional.empty(), form));
        return "proposals";
    }

    @PostMapping("/clients/{id}/fhir")
    String look(
            Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        Id<Client> client = Id.of(id);
        ClientHead head = head(actor, client);
        Form form = Form.of(request);
        Optional<SentFile> sent = sent(request, form);
        if (sent.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new ProposalsPage(head, Optional.empty(), form));
            return "proposals";
        }
        FileLook look;
        try {
            TakenFhir taken =
                    TakeFhir.of(FhirFile.of(sent.get().name(), sent.get().bytes()));
            if (form.raw("do").equals("tell")) {
                tell(actor, client, taken, form);
            }
            look = look(sent.get(), taken, rows(actor, client, taken, form));
        } catch (BadInput bad) {
            look = new FileLook(
                    "",
                    sent.get().name(),
                    bad.problems().stream().map(Problem::said).toList(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        if (!look.wrong().isEmpty() || !form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("page", new ProposalsPage(head, Optional.of(look), form));
        return "proposals";
    }

    /** Tells one of them, as the form says; what stands against it is noted in the form. */
    private void tell(Actor actor, Id<Client> client, TakenFhir taken, Form form) {
        Optional<ProposedEvent> proposed = numbered(taken, form);
        Optional<Provenance> provenance = EventForm.provenance(form);
        Optional<Told> told = EventForm.told(form, places, LocalDate.now(clock));
        if (proposed.isEmpty() || provenance.isEmpty() || told.isEmpty()) {
            return;
        }
        TellEvent.Command command =
                new TellEvent.Command(proposed.get().idFor(client), client, told.get(), provenance.get());
        switch (tellEvent.by(actor, command)) {
            case Answer.Done<TraumaEvent> done -> {}
            case Answer.Again<TraumaEvent> again -> {}
            case Answer.Other<TraumaEvent> kept -> {} // it is shown as told: what was told first stays
            case Answer.Changed<TraumaEvent> kept -> {}
            case Answer.No<TraumaEvent> no -> form.problems().add("provenance", new Named(no.rule()));
        }
    }

    private static Optional<ProposedEvent> numbered(TakenFhir taken, Form form) {
        List<ProposedEvent> proposals = taken.proposals();
        return form.raw("number").matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(form.raw("number")))
                        .filter(number -> number < proposals.size())
                        .map(proposals::get)
                : Optional.empty();
    }

    private List<ProposalRow> rows(Actor actor, Id<Client> client, TakenFhir taken, Form form) {
        Set<Id<TraumaEvent>> told = readClient.by(actor, client).events().stream()
                .map(TraumaEvent::id)
                .collect(Collectors.toCollection(HashSet::new));
        List<ProposalRow> rows = new ArrayList<>();
        List<ProposedEvent> proposals = taken.proposals();
        for (int number = 0; number < proposals.size(); number++) {
            ProposedEvent event = proposals.get(number);
            boolean isSent = !form.good() && form.raw("number").equals(String.valueOf(number));
            rows.add(new ProposalRow(
                    number,
                    event.label().value(),
                    isSent ? form : proposed(event),
                    doubts(event),
                    told.contains(event.idFor(client))));
        }
        return rows;
    }

    private static Form proposed(ProposedEvent event) {
        String kind = event.resource().equals("Procedure")
                ? EventKind.SURGERY.name()
                : event.isInjuryLike() ? EventKind.INJURY.name() : "";
        return Form.of(Map.of(
                "kind", List.of(kind),
                "date", List.of(event.when().map(EventDate::toString).orElse("")),
                "mechanism", List.of(event.label().value()),
                "provenance", List.of(Provenance.TOLD_BEFORE_SESSION.name())));
    }

    private static List<Message> doubts(ProposedEvent event) {
        List<Message> doubts = new ArrayList<>();
        if (event.dateSource().startsWith("recordedDate")) {
            doubts.add(FhirWords.DAY_OF_WRITING);
        }
        if (event.when().isEmpty()) {
            doubts.add(FhirWords.WITHOUT_DATE);
        }
        event.reasons().stream()
                .map(reason ->
                        reason == ProposalReason.WITHOUT_NAME ? FhirWords.HAS_NO_NAME : FhirWords.MAY_NOT_BE_MEANT)
                .distinct()
                .forEach(doubts::add);
        return doubts;
    }

    private static FileLook look(SentFile sent, TakenFhir taken, List<ProposalRow> rows) {
        List<Message> said = new ArrayList<>();
        if (taken.isDeceased()) {
            said.add(FhirWords.HAS_DIED);
        }
        if (taken.answers().stream().anyMatch(AnsweredSum::speaksOfSelfHarm)) {
            said.add(FhirWords.SPEAKS_OF_SELF_HARM);
        }
        taken.answers().stream()
                .filter(AnsweredSum::disagrees)
                .forEach(each -> said.add(new FhirWords.SumsDiffer(
                        Math.round(each.stated().orElseThrow()), each.counted().orElseThrow())));
        List<Message> passedOver = new ArrayList<>();
        taken.passedOver().forEach((type, count) -> passedOver.add(new FhirWords.PassedOver(type, count)));
        taken.dropped().forEach(element -> passedOver.add(new FhirWords.NoPartOfR4(element)));
        if (taken.ofAnother() > 0) {
            passedOver.add(new FhirWords.OfSomebodyElse(taken.ofAnother()));
        }
        return new FileLook(
                Base64.getUrlEncoder().withoutPadding().encodeToString(sent.bytes()),
                sent.name(),
                List.of(),
                said,
                rows,
                passedOver);
    }

    /** The file that was chosen, or that the page held; a problem where there is none, or it is too large. */
    private static Optional<SentFile> sent(HttpServletRequest request, Form form) throws IOException, ServletException {
        Optional<SentFile> sent = SentFile.of(request).or(() -> SentFile.heldIn(form));
        if (sent.isEmpty()) {
            form.problems().add("file", FhirWords.NO_FILE);
        } else if (sent.get().isTooLarge()) {
            form.problems().add("file", FhirWords.FILE_TOO_LARGE);
            return Optional.empty();
        }
        return sent;
    }

    /** Whoever looks at proposals reads what was told beside them. */
    private ClientHead head(Actor actor, Id<Client> client) {
        return ClientHead.of(reading.by(actor, client).client(), LocalDate.now(clock));
    }
}
