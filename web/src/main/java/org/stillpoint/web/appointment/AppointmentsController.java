package org.stillpoint.web.appointment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.appointment.AppointmentReading;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.practice.appointment.CancelAppointment;
import org.stillpoint.practice.appointment.MoveAppointment;
import org.stillpoint.practice.appointment.NoteAttendance;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.setting.PracticeDays;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;

/** When a client comes: booked, moved and cancelled. */
@Controller
class AppointmentsController {
    private final AppointmentReading reading;
    private final BookAppointment book;
    private final MoveAppointment move;
    private final CancelAppointment cancel;
    private final NoteAttendance note;
    private final Speaker speaker;
    private final Clock clock;

    AppointmentsController(
            AppointmentReading reading,
            BookAppointment book,
            MoveAppointment move,
            CancelAppointment cancel,
            NoteAttendance note,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.book = book;
        this.move = move;
        this.cancel = cancel;
        this.note = note;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/appointments")
    String show(Actor actor, @PathVariable String id, Model model) {
        return page(actor, Id.of(id), usual(), Optional.empty(), model);
    }

    private static Form usual() {
        return TypedTime.usual(Optional.empty());
    }

    @PostMapping("/clients/{id}/appointments")
    String book(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        TypedTime typed = TypedTime.of(form);
        if (!form.good()) {
            return again(actor, client, form, Optional.empty(), HttpServletResponse.SC_BAD_REQUEST, response, model);
        }
        var wanted = new BookAppointment.Command(
                form.id("id"), client, typed.day(), typed.time(), typed.length(), typed.weeks());
        return answered(actor, client, form, book.by(actor, wanted), response, model);
    }

    @PostMapping("/clients/{id}/appointments/{appointment}")
    String move(
            Actor actor,
            @PathVariable String id,
            @PathVariable String appointment,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        TypedTime typed = TypedTime.of(form);
        if (!form.good()) {
            Optional<Message> said = Stream.of("day", "time", "minutes")
                    .filter(form.problems()::has)
                    .map(form.problems()::of)
                    .findFirst();
            return again(actor, client, usual(), said, HttpServletResponse.SC_BAD_REQUEST, response, model);
        }
        var wanted = new MoveAppointment.Command(
                form.key(), client, Id.of(appointment), form.version(), typed.day(), typed.time(), typed.length());
        return answered(actor, client, usual(), move.by(actor, wanted), response, model);
    }

    @PostMapping("/clients/{id}/appointments/{appointment}/cancel")
    String cancel(
            Actor actor,
            @PathVariable String id,
            @PathVariable String appointment,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        var wanted = new CancelAppointment.Command(form.key(), client, Id.of(appointment), form.version());
        return answered(actor, client, usual(), cancel.by(actor, wanted), response, model);
    }

    @PostMapping("/clients/{id}/appointments/{appointment}/attendance")
    String note(
            Actor actor,
            @PathVariable String id,
            @PathVariable String appointment,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        var wanted = new NoteAttendance.Command(
                form.key(), client, Id.of(appointment), form.version(), form.chosen("came", "yes"), form.text("why"));
        return answered(actor, client, usual(), note.by(actor, wanted), response, model);
    }

    private String answered(
            Actor actor,
            Id<Client> client,
            Form form,
            Answer<Appointment> answer,
            HttpServletResponse response,
            Model model) {
        int conflict = HttpServletResponse.SC_CONFLICT;
        return switch (answer) {
            case Answer.Done<Appointment> done -> "redirect:/clients/" + client + "/appointments";
            case Answer.Again<Appointment> again -> "redirect:/clients/" + client + "/appointments";
            case Answer.Changed<Appointment> changed -> stale(actor, client, form, response, model);
            case Answer.Other<Appointment> other -> stale(actor, client, form, response, model);
            case Answer.No<Appointment> no ->
                again(actor, client, form, Optional.of(new Named(no.rule())), conflict, response, model);
        };
    }

    private String stale(Actor actor, Id<Client> client, Form form, HttpServletResponse response, Model model) {
        Optional<Message> said = Optional.of(AppointmentWords.CHANGED_MEANWHILE);
        return again(actor, client, form, said, HttpServletResponse.SC_CONFLICT, response, model);
    }

    private String again(
            Actor actor,
            Id<Client> client,
            Form form,
            Optional<Message> said,
            int status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        return page(actor, client, form, said, model);
    }

    private String page(Actor actor, Id<Client> client, Form form, Optional<Message> said, Model model) {
        AppointmentReading.AppointmentsView view = reading.by(actor, client);
        model.addAttribute(
                "page",
                new AppointmentsPage(
                        ClientHead.of(view.client(), LocalDate.now(clock)),
                        form,
                        said,
                        new AppointmentWords.ZoneOf(
                                PracticeDays.now(clock.getZone()).getDisplayName(TextStyle.FULL, speaker.locale())),
                        view.coming().stream().map(this::coming).toList(),
                        view.past().stream()
                                .map(each -> new AppointmentsPage.PastRow(
                                        each.id().toString(), at(each), !each.stands(), attendance(each)))
                                .toList()));
        return "appointments";
    }

    private AppointmentsPage.ComingRow coming(AppointmentReading.ComingAppointment coming) {
        Appointment appointment = coming.appointment();
        ZonedDateTime start = appointment.start().atZone(clock.getZone());
        String day = speaker.shortDay(appointment.start());
        return new AppointmentsPage.ComingRow(
                appointment.id().toString(),
                appointment.version().number(),
                at(appointment),
                start.toLocalDate().toString(),
                start.toLocalTime().toString(),
                appointment.length().toMinutes(),
                coming.at().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AppointmentWords.Overlaps(coming.at().stream()
                                .map(other -> other.name().value())
                                .collect(Collectors.joining("; ")))),
                coming.busyElsewhere(),
                attendance(appointment),
                new AppointmentWords.MoveOf(day),
                new AppointmentWords.CancelOf(day));
    }

    private AppointmentsPage.AttendanceForm attendance(Appointment appointment) {
        return new AppointmentsPage.AttendanceForm(
                appointment.version().number(),
                appointment.stands() && !appointment.start().isAfter(clock.instant()),
                appointment.attendance().map(AppointmentWords::attended),
                new AppointmentWords.AttendanceOf(speaker.shortDay(appointment.start())));
    }

    private Message at(Appointment appointment) {
        return new AppointmentWords.BookedAt(
                speaker.weekday(LocalDate.ofInstant(appointment.start(), clock.getZone())),
                speaker.time(appointment.start()),
                speaker.time(appointment.end()));
    }
}
