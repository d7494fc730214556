package org.stillpoint.web.appointment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.setting.PracticeDays;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;

/** An appointment from Today: who, and when. */
@Controller
class BookController {

    private final SeeToday seeToday;
    private final BookAppointment book;
    private final Speaker speaker;
    private final Clock clock;

    BookController(SeeToday seeToday, BookAppointment book, Speaker speaker, Clock clock) {
        this.seeToday = seeToday;
        this.book = book;
        this.speaker = speaker;
        this.clock = clock;
    }

    private static void requireOneWhoBooks(Actor actor) {
        if (Membership.supervises(actor)) {
            throw new NotAllowed(Act.BOOK_APPOINTMENT.name());
        }
    }

    @GetMapping("/appointments/new")
    String ask(Actor actor, Model model) {
        requireOneWhoBooks(actor);
        return page(TypedTime.usual(Optional.of(LocalDate.now(clock))), List.of(), model);
    }

    @PostMapping("/appointments")
    String book(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOneWhoBooks(actor);
        Form form = Form.of(request);
        TypedTime typed = TypedTime.of(form);
        List<ClientHead> meant = form.raw("client").isEmpty() ? named(actor, form) : List.of();
        if (form.raw("client").isEmpty() && meant.size() != 1) {
            form.problems().add("who", meant.isEmpty() ? AppointmentWords.NOBODY : AppointmentWords.WHO_OF_THEM);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, meant.size() > 1 ? meant : List.of(), model);
        }
        Id<Client> client =
                meant.isEmpty() ? form.id("client") : Id.of(meant.getFirst().id());
        Answer<Appointment> answer = book.by(
                actor,
                new BookAppointment.Command(
                        form.id("id"), client, typed.day(), typed.time(), typed.length(), typed.weeks()));
        return switch (answer) {
            case Answer.Done<Appointment> done -> "redirect:/clients/" + client + "/appointments";
            case Answer.Again<Appointment> again -> "redirect:/clients/" + client + "/appointments";
            case Answer.Changed<Appointment> changed ->
                refused(form, AppointmentWords.CHANGED_MEANWHILE, response, model);
            case Answer.Other<Appointment> other -> refused(form, AppointmentWords.CHANGED_MEANWHILE, response, model);
            case Answer.No<Appointment> no -> refused(form, new Named(no.rule()), response, model);
        };
    }

    private String refused(Form form, Message why, HttpServletResponse response, Model model) {
        form.problems().add("time", why);
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(form, List.of(), model);
    }

    private List<ClientHead> named(Actor actor, Form form) {
        String who = form.raw("who");
        return who.isBlank()
                ? List.of()
                : seeToday.find(actor, who).rows().stream()
                        .map(row -> ClientHead.of(row.standing().client(), LocalDate.now(clock)))
                        .filter(head -> !head.archived())
                        .toList();
    }

    private String page(Form form, List<ClientHead> meant, Model model) {
        model.addAttribute(
                "page",
                new BookPage(
                        form,
                        meant,
                        new AppointmentWords.ZoneOf(
                                PracticeDays.now(clock.getZone()).getDisplayName(TextStyle.FULL, speaker.locale()))));
        return "book";
    }
}
