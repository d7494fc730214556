package org.stillpoint.web.calendar;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stillpoint.exchange.calendar.OwnCalendar;
import org.stillpoint.exchange.calendar.OwnCalendar.FedAppointment;
import org.stillpoint.practice.calendar.CalendarFeedReading;
import org.stillpoint.practice.calendar.CalendarFeedReading.FedEntry;
import org.stillpoint.practice.calendar.CalendarFeedReading.FeedView;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.link.ClosedDoor;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.FeedWords;
import org.stillpoint.words.Speaker;

/**
 * What a practitioner's calendar reads at its address, without a sign-in: programs that read calendars have none. Whatever an address does
 * not open is answered like a link that opens nothing.
 */
@Controller
class CalendarDoorController {
    private static final Actor STRANGER = Actor.program(Actor.ProgramPart.DOOR);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeedReading reading;
    private final SettingReading settings;
    private final ClosedDoor closed;
    private final Speaker speaker;

    CalendarDoorController(CalendarFeedReading reading, SettingReading settings, ClosedDoor closed, Speaker speaker) {
        this.reading = reading;
        this.settings = settings;
        this.closed = closed;
        this.speaker = speaker;
    }

    static String path(Link link) {
        return "/calendar/" + link.secret();
    }

    /** The calendar, or the name of a view. */
    @GetMapping("/calendar/{secret}")
    Object read(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<FeedView> found = reading.open(STRANGER, new Link(secret).hash());
        if (found.isEmpty()) {
            return closed.nothing(true, request, response, model);
        }
        String text = text(found.get());
        String tag = OwnCalendar.tag(text);
        return ResponseEntity.ok() // or not modified, where the reader shows the tag
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"appointments.ics\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(FeedView view) {
        PracticeProfile profile = settings.profile(STRANGER);
        Speaker own = speaker.in(profile.language().locale());
        String name = profile.name().isBlank() ? own.say(AppointmentWords.TITLE) : profile.name();
        return OwnCalendar.text(
                name,
                view.entries().stream()
                        .map(entry -> fed(view, entry, own.say(FeedWords.APPOINTMENT)))
                        .toList());
    }

    private static FedAppointment fed(FeedView view, FedEntry entry, String usual) {
        Appointment appointment = entry.appointment();
        return new FedAppointment(
                appointment.id().toString(),
                appointment.start(),
                appointment.end(),
                appointment.version().number() - 1,
                appointment.cancelledAt().orElse(view.feed().madeAt()),
                !appointment.stands(),
                entry.initials().filter(letters -> !letters.isEmpty()).orElse(usual),
                "");
    }
}
