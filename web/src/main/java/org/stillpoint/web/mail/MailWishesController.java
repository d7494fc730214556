package org.stillpoint.web.mail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.mail.ChangeMailWishes;
import org.stillpoint.practice.mail.MailReading;
import org.stillpoint.practice.mail.MailReading.ClientMail;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.setting.PracticeDays;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.TimeZones;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SettingWords;

/** When a client wants mail from the practice, as they have said. */
@Controller
class MailWishesController {
    private final MailReading reading;
    private final ChangeMailWishes change;
    private final Clock clock;

    MailWishesController(MailReading reading, ChangeMailWishes change, Clock clock) {
        this.reading = reading;
        this.change = change;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/about/mail")
    String show(Actor actor, @PathVariable String id, Model model) {
        ClientMail mail = reading.by(actor, Id.of(id));
        return page(mail, form(mail.wishes().told()), Optional.empty(), model);
    }

    private static Form form(MailWishes wishes) {
        return Form.of(Map.of(
                "hour", List.of(String.valueOf(wishes.hour())),
                "days", wishes.days().stream().map(DayOfWeek::name).toList(),
                "zone", wishes.zone().map(ZoneId::getId).stream().toList(),
                "off", wishes.off().isPresent() ? List.of("yes") : List.of()));
    }

    @PostMapping("/clients/{id}/about/mail")
    String change(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Set<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.chosen("days", day.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        boolean off = form.chosen("off", "yes");
        if (days.isEmpty() && !off) {
            form.problems().add("days", MailWords.WISHES_DAYS_NEEDED);
        }
        String zone = form.raw("zone").strip();
        if (!zone.isEmpty() && !TimeZones.isName(zone, PracticeDays.now(clock.getZone()))) {
            form.problems().add("zone", SettingWords.NO_ZONE);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(reading.by(actor, client), form, Optional.empty(), model);
        }
        MailWishes wishes = new MailWishes(
                MailPages.WishesPage.hours().stream()
                        .filter(hour -> form.chosen("hour", String.valueOf(hour)))
                        .findFirst()
                        .orElse(MailWishes.USUAL.hour()),
                days.isEmpty() ? MailWishes.USUAL.days() : days,
                zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone)),
                off ? Optional.of(clock.instant()) : Optional.empty());
        return switch (change.by(actor, new ChangeMailWishes.Command(form.key(), client, form.version(), wishes))) {
            case Answer.Done<AboutPart<MailWishes>> done -> "redirect:/clients/" + client + "/about?saved=mail";
            case Answer.Again<AboutPart<MailWishes>> again -> "redirect:/clients/" + client + "/about?saved=mail";
            case Answer.Changed<AboutPart<MailWishes>> changed -> stale(actor, client, response, model);
            case Answer.Other<AboutPart<MailWishes>> other -> stale(actor, client, response, model);
            case Answer.No<AboutPart<MailWishes>> no -> throw new Refused(no.rule(), client);
        };
    }

    /** Somebody else, or the client by a link, was first: it is shown as it is now. */
    private String stale(Actor actor, Id<Client> client, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        ClientMail mail = reading.by(actor, client);
        return page(mail, form(mail.wishes().told()), Optional.of(SettingWords.CHANGED), model);
    }

    private String page(ClientMail mail, Form form, Optional<Message> said, Model model) {
        model.addAttribute(
                "page",
                new MailPages.WishesPage(
                        ClientHead.of(mail.client(), LocalDate.now(clock)),
                        form,
                        mail.wishes().version().number(),
                        said,
                        MailTold.stands(mail)));
        return "mailwishes";
    }
}
