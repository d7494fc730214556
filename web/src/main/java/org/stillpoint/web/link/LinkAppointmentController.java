package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.exchange.calendar.OwnCalendar;
import org.stillpoint.exchange.calendar.OwnCalendar.FedAppointment;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.practice.own.OwnAppointmentReading;
import org.stillpoint.practice.own.OwnAppointmentReading.OwnAppointment;
import org.stillpoint.practice.request.SayCannotCome;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.web.link.LinkPages.ComingTime;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.FeedWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.OwnViewWords;
import org.stillpoint.words.Speaker;

/** A client's next appointment, behind a link of theirs: to be saved, or to say that they cannot come. It cancels nothing. */
@Controller
class LinkAppointmentController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final LinkDoorController door;
    private final OwnAppointmentReading reading;
    private final SayCannotCome sayCannotCome;
    private final OwnPages pages;
    private final Speaker speaker;
    private final Clock clock;

    LinkAppointmentController(
            LinkDoorController door,
            OwnAppointmentReading reading,
            SayCannotCome sayCannotCome,
            OwnPages pages,
            Speaker speaker,
            Clock clock) {
        this.door = door;
        this.reading = reading;
        this.sayCannotCome = sayCannotCome;
        this.pages = pages;
        this.speaker = speaker;
        this.clock = clock;
    }

    private static String base(Link link) {
        return LinkAddress.path(link) + "/appointment";
    }

    private Optional<LinkSeen.OpenHere> opened(Link link, HttpServletRequest request) {
        return door.see(link, request) instanceof LinkSeen.OpenHere here
                        && here.link().purpose() == LinkPurpose.APPOINTMENT
                ? Optional.of(here)
                : Optional.empty();
    }

    @GetMapping("/link/{secret}/appointment")
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        try {
            return opened(link, request)
                    .map(here -> page(link, here, Optional.empty(), model))
                    .orElseGet(() -> door.nothing(link, request, response, model));
        } catch (NotAllowed meanwhile) { // taken back, or at its end
            return door.nothing(link, request, response, model);
        }
    }

    private String page(Link link, LinkSeen.OpenHere here, Optional<Message> said, Model model) {
        OwnAppointment own = reading.by(here.actor(), here.link().client());
        model.addAttribute(
                "page",
                new LinkPages.OwnAppointmentPage(
                        base(link),
                        said,
                        own.practice(),
                        own.next().map(each -> ComingTime.of(each, speaker)),
                        pages.zone(),
                        own.where(),
                        own.cannotCome()
                                .map(each -> new OwnViewWords.SaidCannot(
                                        new CommonWords.DayAndTime(each.at(), speaker.time(each.at())))),
                        door.contacts()));
        return "linkappointment";
    }

    /** The appointment as a file for a calendar, or the name of a view. */
    @GetMapping("/link/{secret}/appointment.ics")
    Object file(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        try {
            Optional<LinkSeen.OpenHere> here = opened(link, request);
            if (here.isEmpty()) {
                return door.nothing(link, request, response, model);
            }
            OwnAppointment own =
                    reading.by(here.get().actor(), here.get().link().client());
            return own.next().<Object>map(each -> file(each, own.where())).orElseGet(() -> "redirect:" + base(link));
        } catch (NotAllowed meanwhile) { // taken back, or at its end
            return door.nothing(link, request, response, model);
        }
    }

    private ResponseEntity<byte[]> file(Appointment appointment, String where) {
        String text = OwnCalendar.one(new FedAppointment(
                appointment.id().toString(),
                appointment.start(),
                appointment.end(),
                appointment.version().number() - 1,
                clock.instant(),
                false,
                speaker.say(FeedWords.APPOINTMENT),
                where));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/link/{secret}/appointment/cannot-come")
    String cannotCome(
            @PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        try {
            Optional<LinkSeen.OpenHere> here = opened(link, request);
            return here.isEmpty()
                    ? door.nothing(link, request, response, model)
                    : cannotCome(link, here.get(), Form.of(request), response, model);
        } catch (NotAllowed meanwhile) { // taken back, or at its end
            return door.nothing(link, request, response, model);
        }
    }

    private String cannotCome(Link link, LinkSeen.OpenHere here, Form form, HttpServletResponse response, Model model) {
        var wanted =
                new SayCannotCome.Command(form.id("id"), here.link().client(), form.id("appointment"), form.version());
        try {
            return switch (sayCannotCome.by(here.actor(), wanted)) {
                case Answer.Done<Id<ClientRequest>> done -> "redirect:" + base(link);
                case Answer.Again<Id<ClientRequest>> again -> "redirect:" + base(link);
                case Answer.Changed<Id<ClientRequest>> changed -> changedMeanwhile(link, here, response, model);
                case Answer.Other<Id<ClientRequest>> other -> changedMeanwhile(link, here, response, model);
                case Answer.No<Id<ClientRequest>> no ->
                    throw new Refused(no.rule(), here.link().client());
            };
        } catch (NoSuchRecord gone) { // cancelled, or over
            return changedMeanwhile(link, here, response, model);
        }
    }

    /** They look at it as it stands now, before they say that they cannot come. */
    private String changedMeanwhile(Link link, LinkSeen.OpenHere here, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(link, here, Optional.of(AppointmentWords.CHANGED_MEANWHILE), model);
    }
}
