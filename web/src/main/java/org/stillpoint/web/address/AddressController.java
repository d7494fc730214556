package org.stillpoint.web.address;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.address.AddressReading;
import org.stillpoint.practice.address.ChangeAddress;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Version;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.contact.WaysToReach;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.address.AddressPage.AddressRow;
import org.stillpoint.web.view.AboutFields;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.AddressWords;
import org.stillpoint.words.HelpWords;
import org.stillpoint.words.Message;

/** The practice's small address book: who sees to clients elsewhere. */
@Controller
class AddressController {
    private final AddressReading reading;
    private final ChangeAddress change;

    AddressController(AddressReading reading, ChangeAddress change) {
        this.reading = reading;
        this.change = change;
    }

    @GetMapping("/practice/addresses")
    String show(Actor actor, @RequestParam @Nullable String saved, Model model) {
        Optional<Message> said = saved == null ? Optional.empty() : Optional.of(AddressWords.SAVED);
        return page(actor, said, false, Optional.empty(), Form.empty(), model);
    }

    @PostMapping("/practice/addresses")
    String add(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Optional<AddressEntry> typed = typed(form, form.id("id"), Version.FIRST, true);
        if (typed.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(actor, Optional.empty(), false, Optional.empty(), form, model);
        }
        return answered(actor, change.add(actor, typed.get()), response, model);
    }

    @PostMapping("/practice/addresses/{entry}")
    String change(
            Actor actor,
            @PathVariable String entry,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<AddressEntry> id = Id.of(entry);
        Optional<AddressEntry> typed = typed(form, id, form.version(), form.chosen("current", "yes"));
        if (typed.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(actor, Optional.empty(), false, Optional.of(id), form, model);
        }
        return answered(actor, change.by(actor, new ChangeAddress.Command(form.key(), typed.get())), response, model);
    }

    /** Empty where there is a problem, which is then noted. */
    private static Optional<AddressEntry> typed(Form form, Id<AddressEntry> id, Version seen, boolean current) {
        PrivateText name = form.text("name");
        PrivateText profession = form.text("profession");
        PrivateText phone = form.text("phone");
        PrivateText email = form.text("email");
        PrivateText address = form.text("address");
        if (name.value().isBlank() || name.value().length() > AddressEntry.MOST_NAME_CHARACTERS) {
            form.problems().add("name", AddressWords.NAME_NEEDED);
        }
        if (!WaysToReach.isPhone(phone.value())) {
            form.problems().add("phone", HelpWords.NO_NUMBER);
        }
        if (!WaysToReach.isEmail(email.value())) {
            form.problems().add("email", AboutWords.NO_EMAIL);
        }
        return form.good()
                ? Optional.of(new AddressEntry(id, name, profession, phone, email, address, current, seen))
                : Optional.empty();
    }

    private String answered(Actor actor, Answer<AddressEntry> answer, HttpServletResponse response, Model model) {
        return switch (answer) {
            case Answer.Done<AddressEntry> done -> "redirect:/practice/addresses?saved";
            case Answer.Again<AddressEntry> again -> "redirect:/practice/addresses?saved";
            case Answer.Changed<AddressEntry> changed -> stale(actor, response, model);
            case Answer.Other<AddressEntry> other -> stale(actor, response, model);
            case Answer.No<AddressEntry> no -> throw new Refused(no.rule(), Id.random());
        };
    }

    private String stale(Actor actor, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(actor, Optional.of(AddressWords.CHANGED_MEANWHILE), true, Optional.empty(), Form.empty(), model);
    }

    /**
     * @param which whose form it is; somebody new's where it is empty
     */
    private String page(
            Actor actor,
            Optional<Message> said,
            boolean refused,
            Optional<Id<AddressEntry>> which,
            Form form,
            Model model) {
        List<AddressRow> rows = reading.by(actor).stream()
                .map(entry ->
                        which.equals(Optional.of(entry.id())) ? row(entry, form, true) : row(entry, form(entry), false))
                .toList();
        boolean isNew = which.isEmpty() && !form.good();
        model.addAttribute(
                "page",
                new AddressPage(
                        said,
                        refused,
                        rows,
                        isNew ? form.raw("id") : Id.random().toString(),
                        which.isEmpty() ? form : Form.empty()));
        return "addresses";
    }

    private static AddressRow row(AddressEntry entry, Form form, boolean open) {
        return new AddressRow(
                entry.id().toString(),
                open ? form.raw("version") : String.valueOf(entry.version().number()),
                entry.name().value(),
                AboutFields.of(entry),
                entry.isCurrent(),
                open,
                form);
    }

    private static Form form(AddressEntry entry) {
        return Form.of(Map.of(
                "name", List.of(entry.name().value()),
                "profession", List.of(entry.profession().value()),
                "phone", List.of(entry.phone().value()),
                "email", List.of(entry.email().value()),
                "address", List.of(entry.address().value()),
                "current", List.of(entry.isCurrent() ? "yes" : "no")));
    }
}
