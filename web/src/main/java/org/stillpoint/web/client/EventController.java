package org.stillpoint.web.client;

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
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.History;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.StalePage;
import org.stillpoint.web.view.Words;

/** Telling an event, and telling it differently while that is still possible. */
@Controller
class EventController {

    private final Clients clients;
    private final History history;
    private final Sessions sessions;
    private final Places places;
    private final Clock clock;

    EventController(Clients clients, History history, Sessions sessions, Places places, Clock clock) {
        this.clients = clients;
        this.history = history;
        this.sessions = sessions;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/events/new")
    String ask(@PathVariable String id, Model model) {
        Client client = clients.get(Id.of(id));
        return form(client, Id.random().toString(), "", Form.empty(), model);
    }

    @PostMapping("/clients/{id}/events")
    String add(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Client client = clients.get(Id.of(id));
        Form form = Form.of(request);
        Id<TraumaEvent> event = form.id("id");
        Optional<Provenance> provenance = EventForm.provenance(form);
        Optional<Told> told = EventForm.told(form, places, LocalDate.now(clock));
        if (told.isPresent() && provenance.isPresent()) {
            try {
                if (history.find(event).isEmpty()) { // else the same form came twice
                    history.add(new TraumaEvent(
                            event,
                            client.id(),
                            told.get(),
                            provenance.get(),
                            clock.instant(),
                            Optional.empty(),
                            Version.FIRST));
                }
                return "redirect:/clients/" + client.id();
            } catch (Refused notHonest) {
                form.problems().add("provenance", sentence(notHonest));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(client, event.toString(), "", form, model);
    }

    @GetMapping("/clients/{id}/events/{event}")
    String show(@PathVariable String id, @PathVariable String event, Model model) {
        Client client = clients.get(Id.of(id));
        TraumaEvent kept = of(client, event);
        if (kept.lockedBy().isPresent()) {
            model.addAttribute("page", locked(client, kept));
            return "lockedevent";
        }
        return form(
                client,
                event,
                String.valueOf(kept.version().number()),
                EventForm.of(kept.told(), kept.provenance()),
                model);
    }

    @PostMapping("/clients/{id}/events/{event}")
    String change(
            @PathVariable String id,
            @PathVariable String event,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Client client = clients.get(Id.of(id));
        TraumaEvent kept = of(client, event);
        Form form = Form.of(request);
        Version seen = form.version();
        Optional<Told> told = EventForm.told(form, places, LocalDate.now(clock));
        if (told.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(client, event, String.valueOf(seen.number()), form, model);
        }
        try {
            history.update(kept.with(told.get()).seenAt(seen));
            return "redirect:/clients/" + client.id();
        } catch (StaleRecord | Refused changed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return stale(client, told.get(), history.get(kept.id()), model);
        }
    }

    @PostMapping("/clients/{id}/events/{event}/remove")
    String remove(@PathVariable String id, @PathVariable String event, HttpServletRequest request) {
        Client client = clients.get(Id.of(id));
        TraumaEvent kept = of(client, event);
        history.remove(kept.id(), Form.of(request).version());
        return "redirect:/clients/" + client.id();
    }

    @PostMapping("/clients/{id}/events/{event}/corroborate")
    String corroborate(@PathVariable String id, @PathVariable String event, HttpServletRequest request) {
        Client client = clients.get(Id.of(id));
        TraumaEvent kept = of(client, event);
        history.corroborate(kept.id(), Form.of(request).version());
        return "redirect:/clients/" + client.id() + "/events/" + kept.id();
    }

    private TraumaEvent of(Client client, String event) {
        TraumaEvent kept = history.get(Id.of(event));
        if (!kept.client().equals(client.id())) {
            throw new NoSuchRecord("event", kept.id());
        }
        return kept;
    }

    private String form(Client client, String event, String version, Form form, Model model) {
        model.addAttribute(
                "page",
                new EventPage(
                        head(client),
                        event,
                        version,
                        form,
                        places.regions(PainRegion.View.FRONT),
                        places.regions(PainRegion.View.BACK),
                        !sessions.list(client.id()).isEmpty()));
        return "event";
    }

    private String stale(Client client, Told typed, TraumaEvent kept, Model model) {
        Told stored = kept.told();
        List<StalePage.Row> rows = new ArrayList<>();
        rows.add(new StalePage.Row(
                "What it was", typed.kind().words(), stored.kind().words()));
        rows.add(new StalePage.Row("When", Words.when(typed.when()), Words.when(stored.when())));
        rows.add(new StalePage.Row("Where", places.names(typed.places()), places.names(stored.places())));
        rows.add(new StalePage.Row(
                "How", typed.mechanism().value(), stored.mechanism().value()));
        rows.add(new StalePage.Row("How hard", Words.score(typed.severity()), Words.score(stored.severity())));
        rows.add(new StalePage.Row(
                "How strongly felt",
                Words.score(typed.emotionalIntensity()),
                Words.score(stored.emotionalIntensity())));
        rows.add(new StalePage.Row(
                "What was felt", typed.felt().value(), stored.felt().value()));
        String what = kept.lockedBy().isPresent() ? "This event was locked by a session" : "This event was changed";
        model.addAttribute(
                "page", new StalePage(head(client), what, rows, "/clients/" + client.id() + "/events/" + kept.id()));
        return "stale";
    }

    private LockedEventPage locked(Client client, TraumaEvent kept) {
        Told told = kept.told();
        return new LockedEventPage(
                head(client),
                kept.id().toString(),
                String.valueOf(kept.version().number()),
                told.kind().words(),
                Words.when(told.when()) + ", " + Words.ago(told.when(), LocalDate.now(clock)),
                places.names(told.places()),
                told.mechanism().value(),
                Words.score(told.severity()),
                Words.score(told.emotionalIntensity()),
                told.felt().value(),
                kept.provenance(),
                kept.provenance() == Provenance.SURFACED_IN_SESSION);
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }

    private static String sentence(Refused refused) {
        String sentence = refused.rule().sentence();
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }
}
