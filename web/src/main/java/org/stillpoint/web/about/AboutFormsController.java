package org.stillpoint.web.about;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.about.AboutReading;
import org.stillpoint.practice.about.ChangeBackground;
import org.stillpoint.practice.about.ChangeCarers;
import org.stillpoint.practice.about.ChangeClientContact;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Version;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.LyingPosition;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.record.client.RoomWish;
import org.stillpoint.record.contact.WaysToReach;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.about.AboutController.KeptPart;
import org.stillpoint.web.about.AboutForms.BackgroundForm;
import org.stillpoint.web.about.AboutForms.CarerChoice;
import org.stillpoint.web.about.AboutForms.CarersForm;
import org.stillpoint.web.about.AboutForms.ContactForm;
import org.stillpoint.web.view.AboutFields;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.StalePage;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.HelpWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** The parts of what is told about a client, each changed in a short form. */
@Controller
class AboutFormsController {
    private final AboutReading reading;
    private final ChangeClientContact changeContact;
    private final ChangeBackground changeBackground;
    private final ChangeCarers changeCarers;
    private final Speaker speaker;
    private final Clock clock;

    AboutFormsController(
            AboutReading reading,
            ChangeClientContact changeContact,
            ChangeBackground changeBackground,
            ChangeCarers changeCarers,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.changeContact = changeContact;
        this.changeBackground = changeBackground;
        this.changeCarers = changeCarers;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/about/contact")
    String askContact(Actor actor, @PathVariable String id, Model model) {
        AboutReading.ContactView view = reading.contact(actor, Id.of(id));
        ContactDetails told = view.contact().told();
        Map<String, List<String>> typed = new HashMap<>();
        put(typed, "calledBy", told.calledBy());
        put(typed, "pronouns", told.pronouns());
        put(typed, "language", told.language());
        put(typed, "phone", told.phone());
        put(typed, "email", told.email());
        put(typed, "address", told.address());
        told.guardian().ifPresent(person -> put(typed, "guardian", person));
        told.emergencyContact().ifPresent(person -> put(typed, "emergency", person));
        return contact(view.client(), version(view.contact()), Form.of(typed), model);
    }

    private static void put(Map<String, List<String>> typed, String field, PrivateText text) {
        typed.put(field, List.of(text.value()));
    }

    private static void put(Map<String, List<String>> typed, String whose, RelatedPerson person) {
        put(typed, whose + "Name", person.name());
        put(typed, whose + "Relation", person.relation());
        put(typed, whose + "Phone", person.phone());
    }

    private static String version(AboutPart<?> part) {
        return String.valueOf(part.version().number());
    }

    private String contact(Client client, String version, Form form, Model model) {
        model.addAttribute("page", new ContactForm(head(client), version, form));
        return "aboutcontact";
    }

    @PostMapping("/clients/{id}/about/contact")
    String changeContact(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Version seen = form.version();
        Optional<ContactDetails> told = contact(form);
        if (told.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return contact(reading.contact(actor, client).client(), form.raw("version"), form, model);
        }
        var wanted = new ChangeClientContact.Command(form.key(), client, seen, told.get());
        return answered(
                changeContact.by(actor, wanted),
                client,
                KeptPart.CONTACT,
                kept -> stale(actor, wanted, kept, response, model));
    }

    /** @param stale the page where something else is kept than was seen */
    private static <T> String answered(
            Answer<AboutPart<T>> answer, Id<Client> client, KeptPart part, Function<AboutPart<T>, String> stale) {
        return switch (answer) {
            case Answer.Done<AboutPart<T>> done -> AboutController.kept(client, part);
            case Answer.Again<AboutPart<T>> again -> AboutController.kept(client, part);
            case Answer.Changed<AboutPart<T>> changed -> stale.apply(changed.kept());
            case Answer.Other<AboutPart<T>> other -> stale.apply(other.kept());
            case Answer.No<AboutPart<T>> no -> throw new Refused(no.rule(), client);
        };
    }

    private String stale(
            Actor actor,
            ChangeClientContact.Command typed,
            AboutPart<ContactDetails> kept,
            HttpServletResponse response,
            Model model) {
        return stale(
                reading.contact(actor, typed.client()).client(),
                AboutWords.CONTACT,
                AboutFields.of(typed.told()),
                AboutFields.of(kept.told()),
                "contact",
                response,
                model);
    }

    /** Empty where there is a problem, which is then noted. */
    private static Optional<ContactDetails> contact(Form form) {
        PrivateText phone = phone(form, "phone");
        PrivateText email = email(form, "email");
        Optional<RelatedPerson> guardian = person(form, "guardian");
        Optional<RelatedPerson> emergency = person(form, "emergency");
        PrivateText calledBy = form.text("calledBy");
        PrivateText pronouns = form.text("pronouns");
        PrivateText language = form.text("language");
        PrivateText address = form.text("address");
        return form.good()
                ? Optional.of(
                        new ContactDetails(calledBy, pronouns, language, phone, email, address, guardian, emergency))
                : Optional.empty();
    }

    private static Optional<RelatedPerson> person(Form form, String whose) {
        PrivateText name = form.text(whose + "Name");
        PrivateText relation = form.text(whose + "Relation");
        PrivateText phone = phone(form, whose + "Phone");
        if (name.value().isBlank() && (!relation.isEmpty() || !phone.isEmpty())) {
            form.problems().add(whose + "Name", AboutWords.NAME_TOO);
        }
        return name.value().isBlank() || !form.good()
                ? Optional.empty()
                : Optional.of(new RelatedPerson(name, relation, phone));
    }

    private static PrivateText phone(Form form, String field) {
        PrivateText typed = form.text(field);
        if (!WaysToReach.isPhone(typed.value())) {
            form.problems().add(field, HelpWords.NO_NUMBER);
        }
        return typed;
    }

    private static PrivateText email(Form form, String field) {
        PrivateText typed = form.text(field);
        if (!WaysToReach.isEmail(typed.value())) {
            form.problems().add(field, AboutWords.NO_EMAIL);
        }
        return typed;
    }

    @GetMapping("/clients/{id}/about/background")
    String askBackground(Actor actor, @PathVariable String id, Model model) {
        AboutReading.CarersView view = reading.carers(actor, Id.of(id));
        Background told = view.background().told();
        Preferences preferences = told.preferences();
        Map<String, List<String>> typed = new HashMap<>();
        put(typed, "reason", told.reason());
        put(typed, "cautions", told.cautions());
        put(typed, "stopSign", told.stopSign());
        put(typed, "hardPositions", preferences.hardPositions());
        put(typed, "avoid", preferences.avoid());
        typed.put("lying", preferences.lying().map(Enum::name).stream().toList());
        typed.put("wishes", preferences.wishes().stream().map(Enum::name).toList());
        return background(view.client(), version(view.background()), Form.of(typed), model);
    }

    private String background(Client client, String version, Form form, Model model) {
        model.addAttribute("page", new BackgroundForm(head(client), version, form));
        return "aboutbackground";
    }

    @PostMapping("/clients/{id}/about/background")
    String changeBackground(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        var wanted = new ChangeBackground.Command(
                form.key(),
                client,
                form.version(),
                form.text("reason"),
                preferences(form),
                form.text("stopSign"),
                form.text("cautions"));
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return background(reading.carers(actor, client).client(), form.raw("version"), form, model);
        }
        return answered(
                changeBackground.by(actor, wanted),
                client,
                KeptPart.BACKGROUND,
                kept -> stale(actor, wanted, kept, response, model));
    }

    private static Preferences preferences(Form form) {
        Set<RoomWish> wishes = EnumSet.noneOf(RoomWish.class);
        Arrays.stream(RoomWish.values())
                .filter(wish -> form.chosen("wishes", wish.name()))
                .forEach(wishes::add);
        return new Preferences(
                Arrays.stream(LyingPosition.values())
                        .filter(lying -> form.chosen("lying", lying.name()))
                        .findFirst(),
                wishes,
                form.text("hardPositions"),
                form.text("avoid"));
    }

    private String stale(
            Actor actor,
            ChangeBackground.Command typed,
            AboutPart<Background> kept,
            HttpServletResponse response,
            Model model) {
        Background wanted =
                Background.NONE.with(typed.reason(), typed.preferences(), typed.stopSign(), typed.cautions());
        return stale(
                reading.contact(actor, typed.client()).client(),
                AboutWords.BACKGROUND,
                AboutFields.of(wanted, speaker),
                AboutFields.of(kept.told(), speaker),
                "background",
                response,
                model);
    }

    @GetMapping("/clients/{id}/about/carers")
    String askCarers(Actor actor, @PathVariable String id, Model model) {
        AboutReading.CarersView view = reading.carers(actor, Id.of(id));
        Map<String, List<String>> typed = new HashMap<>();
        typed.put(
                "carers",
                view.carers().stream().map(carer -> carer.id().toString()).toList());
        typed.put(
                "psychotherapy",
                view.background().told().psychotherapy().map(Enum::name).stream()
                        .toList());
        return carers(view, version(view.background()), Id.random().toString(), Form.of(typed), model);
    }

    private String carers(AboutReading.CarersView view, String version, String added, Form form, Model model) {
        model.addAttribute(
                "page",
                new CarersForm(
                        head(view.client()), version, choices(view.carers()), choices(view.others()), added, form));
        return "aboutcarers";
    }

    private static List<CarerChoice> choices(List<AddressEntry> entries) {
        return entries.stream()
                .map(entry -> new CarerChoice(entry.id().toString(), AboutFields.of(entry)))
                .toList();
    }

    @PostMapping("/clients/{id}/about/carers")
    String changeCarers(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        List<Id<AddressEntry>> carers = form.all("carers").stream()
                .filter(one -> !one.isEmpty())
                .map(Id::<AddressEntry>of)
                .toList();
        Optional<AddressEntry> added = added(form);
        Version seen = form.version();
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return carers(reading.carers(actor, client), form.raw("version"), form.raw("added"), form, model);
        }
        var wanted = new ChangeCarers.Command(
                form.key(),
                client,
                seen,
                Arrays.stream(Psychotherapy.values())
                        .filter(known -> form.chosen("psychotherapy", known.name()))
                        .findFirst(),
                carers,
                added);
        return answered(
                changeCarers.by(actor, wanted), client, KeptPart.CARERS, kept -> stale(actor, wanted, response, model));
    }

    /** Somebody who is not yet in the address book; empty where nobody was written, or there is a problem, which is then noted. */
    private static Optional<AddressEntry> added(Form form) {
        PrivateText name = form.text("newName");
        PrivateText profession = form.text("newProfession");
        PrivateText phone = phone(form, "newPhone");
        PrivateText email = email(form, "newEmail");
        boolean anything = !profession.isEmpty() || !phone.isEmpty() || !email.isEmpty();
        if (name.value().isBlank() && anything || name.value().length() > AddressEntry.MOST_NAME_CHARACTERS) {
            form.problems().add("newName", AboutWords.NAME_TOO);
        }
        return name.value().isBlank() || !form.good()
                ? Optional.empty()
                : Optional.of(new AddressEntry(
                        form.id("added"), name, profession, phone, email, PrivateText.NONE, true, Version.FIRST));
    }

    private String stale(Actor actor, ChangeCarers.Command typed, HttpServletResponse response, Model model) {
        AboutReading.CarersView view = reading.carers(actor, typed.client());
        List<AddressEntry> wanted = new ArrayList<>(reading.named(actor, typed.client(), typed.carers()));
        typed.added().ifPresent(wanted::add);
        return stale(
                view.client(),
                AboutWords.CARERS,
                AboutFields.of(Background.NONE.with(typed.psychotherapy(), List.of()), wanted, speaker),
                AboutFields.of(view.background().told(), view.carers(), speaker),
                "carers",
                response,
                model);
    }

    private String stale(
            Client client,
            Message what,
            Map<Message, String> typed,
            Map<Message, String> stored,
            String again,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        ClientHead head = head(client);
        model.addAttribute(
                "page",
                new StalePage(
                        head,
                        what,
                        typed.entrySet().stream()
                                .map(field -> new StalePage.StaleField(
                                        field.getKey(), field.getValue(), stored.getOrDefault(field.getKey(), "")))
                                .toList(),
                        head.path() + "/about/" + again));
        return "stale";
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }
}
