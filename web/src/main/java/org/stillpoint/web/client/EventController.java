package org.stillpoint.web.client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.history.ChangeEvent;
import org.stillpoint.practice.history.CorroborateEvent;
import org.stillpoint.practice.history.HistoryReading;
import org.stillpoint.practice.history.RemoveEvent;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.practice.intake.EventInIntake;
import org.stillpoint.practice.intake.IntakeReading;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.StalePage;
import org.stillpoint.words.Dates;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;

/** Telling an event, and telling it differently while that is still possible. */
@Controller
class EventController {

    private final HistoryReading reading;
    private final IntakeReading intakeReading;
    private final TellEvent tellEvent;
    private final ChangeEvent changeEvent;
    private final CorroborateEvent corroborateEvent;
    private final RemoveEvent removeEvent;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    EventController(
            HistoryReading reading,
            IntakeReading intakeReading,
            TellEvent tellEvent,
            ChangeEvent changeEvent,
            CorroborateEvent corroborateEvent,
            RemoveEvent removeEvent,
            Places places,
            Speaker speaker,
            Clock clock) {
        this.speaker = speaker;
        this.reading = reading;
        this.intakeReading = intakeReading;
        this.tellEvent = tellEvent;
        this.changeEvent = changeEvent;
        this.corroborateEvent = corroborateEvent;
        this.removeEvent = removeEvent;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/events/new")
    String ask(
            Actor actor,
            @PathVariable String id,
            @RequestParam @Nullable String saved,
            @RequestParam @Nullable Integer told,
            Model model) {
        Form begun = told == null ? Form.empty() : told(actor, Id.of(id), told);
        return form(reading.by(actor, Id.of(id)), Id.random().toString(), "", begun, saved != null, model);
    }

    /** As the client told it in the intake that goes on; nothing where it is not told there (any more). */
    private Form told(Actor actor, Id<Client> client, int number) {
        return intakeReading
                .by(actor, client)
                .intake()
                .filter(Intake::isOpen)
                .map(intake -> Form.of(EventForm.values(
                        EventInIntake.of(
                                intake.find(IntakeStep.EVENTS)
                                        .map(StepAnswer::typed)
                                        .orElse(Map.of()),
                                number),
                        intake.id())))
                .orElseGet(Form::empty);
    }

    @PostMapping("/clients/{id}/events")
    String add(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Id<TraumaEvent> event = form.id("id");
        Optional<Provenance> provenance = EventForm.provenance(form);
        Optional<Told> told = EventForm.told(form, places, LocalDate.now(clock));
        if (told.isPresent() && provenance.isPresent()) {
            switch (tellEvent.by(
                    actor, new TellEvent.Command(event, client, told.get(), provenance.get(), EventForm.from(form)))) {
                case Answer.Done<TraumaEvent> done -> {
                    return afterwards(client, form);
                }
                case Answer.Again<TraumaEvent> again -> {
                    return afterwards(client, form);
                }
                case Answer.Other<TraumaEvent> other -> {
                    return stale(actor, told.get(), other.kept(), response, model);
                }
                case Answer.Changed<TraumaEvent> changed -> {
                    return stale(actor, told.get(), changed.kept(), response, model);
                }
                case Answer.No<TraumaEvent> no -> form.problems().add("provenance", new Named(no.rule()));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(reading.by(actor, client), event.toString(), "", form, false, model);
    }

    @GetMapping("/clients/{id}/events/{event}")
    String show(Actor actor, @PathVariable String id, @PathVariable String event, Model model) {
        HistoryReading.AttributedEvent read = reading.one(actor, Id.of(id), Id.of(event));
        TraumaEvent kept = read.event();
        if (kept.lockedBy().isPresent()) {
            model.addAttribute("page", locked(read.by().client(), kept));
            return "lockedevent";
        }
        return form(
                read.by(),
                event,
                String.valueOf(kept.version().number()),
                EventForm.of(kept.told(), kept.provenance()),
                false,
                model);
    }

    @PostMapping("/clients/{id}/events/{event}")
    String change(
            Actor actor,
            @PathVariable String id,
            @PathVariable String event,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Version seen = form.version();
        Optional<Told> told = EventForm.told(form, places, LocalDate.now(clock));
        if (told.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(
                    reading.one(actor, client, Id.of(event)).by(),
                    event,
                    String.valueOf(seen.number()),
                    form,
                    false,
                    model);
        }
        return switch (changeEvent.by(
                actor, new ChangeEvent.Command(form.key(), client, Id.of(event), seen, told.get()))) {
            case Answer.Done<TraumaEvent> done -> story(client);
            case Answer.Again<TraumaEvent> again -> story(client);
            case Answer.Changed<TraumaEvent> changed -> stale(actor, told.get(), changed.kept(), response, model);
            case Answer.Other<TraumaEvent> other -> stale(actor, told.get(), other.kept(), response, model);
            case Answer.No<TraumaEvent> locked ->
                stale(
                        actor,
                        told.get(),
                        reading.one(actor, client, Id.of(event)).event(),
                        response,
                        model);
        };
    }

    @PostMapping("/clients/{id}/events/{event}/remove")
    String remove(
            Actor actor,
            @PathVariable String id,
            @PathVariable String event,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        PrivateText reason = form.text("reason");
        if (reason.value().isBlank()) {
            HistoryReading.AttributedEvent read = reading.one(actor, client, Id.of(event));
            Form again = EventForm.of(read.event().told(), read.event().provenance());
            again.problems().add("reason", SlipWords.SAY_WHY);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(read.by(), event, form.raw("version"), again, false, model);
        }
        RemoveEvent.Command wanted = new RemoveEvent.Command(form.key(), client, Id.of(event), form.version(), reason);
        return switch (removeEvent.by(actor, wanted)) {
            case Answer.Done<Optional<TraumaEvent>> done -> story(client);
            case Answer.Again<Optional<TraumaEvent>> again -> story(client);
            case Answer.Changed<Optional<TraumaEvent>> changed ->
                throw new StaleRecord(wanted.event(), wanted.seen(), version(changed.kept()));
            case Answer.Other<Optional<TraumaEvent>> other -> throw new AlreadyThere("event", wanted.event());
            case Answer.No<Optional<TraumaEvent>> no -> throw new Refused(no.rule(), wanted.event());
        };
    }

    @PostMapping("/clients/{id}/events/{event}/corroborate")
    String corroborate(Actor actor, @PathVariable String id, @PathVariable String event, HttpServletRequest request) {
        Form form = Form.of(request);
        CorroborateEvent.Command wanted =
                new CorroborateEvent.Command(form.key(), Id.of(id), Id.of(event), form.version());
        return switch (corroborateEvent.by(actor, wanted)) {
            case Answer.Done<TraumaEvent> done -> page(done.kept());
            case Answer.Again<TraumaEvent> again -> page(again.kept());
            case Answer.Changed<TraumaEvent> changed ->
                throw new StaleRecord(
                        wanted.event(), wanted.seen(), changed.kept().version());
            case Answer.Other<TraumaEvent> other -> throw new AlreadyThere("event", wanted.event());
            case Answer.No<TraumaEvent> no -> throw new Refused(no.rule(), wanted.event());
        };
    }

    private static Version version(Optional<TraumaEvent> kept) {
        return kept.map(TraumaEvent::version).orElse(Version.FIRST);
    }

    private static String story(Id<Client> client) {
        return "redirect:/clients/" + client;
    }

    /** Where whoever told it wants to go on. */
    private static String afterwards(Id<Client> client, Form form) {
        return switch (form.raw("then")) {
            case "intake" -> "redirect:/clients/" + client + "/intake/events";
            case "another" -> "redirect:/clients/" + client + "/events/new?saved";
            case "pain" -> "redirect:/clients/" + client + "/pain?told";
            default -> story(client);
        };
    }

    private static String page(TraumaEvent event) {
        return "redirect:/clients/" + event.client() + "/events/" + event.id();
    }

    private String form(HistoryReading.Teller by, String event, String version, Form form, boolean saved, Model model) {
        model.addAttribute(
                "page",
                new EventPage(
                        head(by.client()),
                        event,
                        version,
                        form,
                        places.regions(PainRegion.View.FRONT),
                        places.regions(PainRegion.View.BACK),
                        places.view(form.all("places")),
                        by.hasSessions(),
                        saved));
        return "event";
    }

    private String stale(Actor actor, Told typed, TraumaEvent kept, HttpServletResponse response, Model model) {
        Client client = reading.by(actor, kept.client()).client();
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        Told stored = kept.told();
        List<StalePage.StaleField> rows = List.of(
                new StalePage.StaleField(EventWords.WHAT, speaker.name(typed.kind()), speaker.name(stored.kind())),
                new StalePage.StaleField(EventWords.WHEN, speaker.when(typed.when()), speaker.when(stored.when())),
                new StalePage.StaleField(EventWords.WHERE, places.names(typed.places()), places.names(stored.places())),
                new StalePage.StaleField(
                        EventWords.HOW,
                        typed.mechanism().value(),
                        stored.mechanism().value()),
                new StalePage.StaleField(EventWords.CODED, coded(typed), coded(stored)),
                new StalePage.StaleField(EventWords.FORCE, force(typed), force(stored)),
                new StalePage.StaleField(
                        EventWords.POSTURE,
                        typed.posture().value(),
                        stored.posture().value()),
                new StalePage.StaleField(
                        EventWords.SEVERITY, speaker.told(typed.severity()), speaker.told(stored.severity())),
                new StalePage.StaleField(
                        EventWords.INTENSITY,
                        speaker.told(typed.emotionalIntensity()),
                        speaker.told(stored.emotionalIntensity())),
                new StalePage.StaleField(
                        EventWords.FELT, typed.felt().value(), stored.felt().value()));
        Message what = kept.lockedBy().isPresent() ? EventWords.WAS_LOCKED : EventWords.WAS_CHANGED;
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
                new Named(told.kind()),
                speaker.say(new EventWords.WhenAndAgo(told.when(), Dates.ago(told.when(), LocalDate.now(clock)))),
                places.names(told.places()),
                told.mechanism().value(),
                coded(told),
                force(told),
                told.posture().value(),
                ofTen(told.severity()),
                ofTen(told.emotionalIntensity()),
                told.felt().value(),
                kept.provenance(),
                kept.provenance() == Provenance.SURFACED_IN_SESSION);
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }

    private Message ofTen(Optional<Score0To10> score) {
        return score.<Message>map(known -> new EventWords.OfTen(speaker.score(known)))
                .orElse(EventWords.NOT_KNOWN);
    }

    /** From where the force came; empty where nobody said so. */
    private String force(Told told) {
        return told.force().stream().map(speaker::name).collect(Collectors.joining(", "));
    }

    /** The coded mechanism; empty where none was chosen. */
    private String coded(Told told) {
        return told.coded().map(speaker::name).orElse("");
    }
}
