package org.stillpoint.web.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.practice.appointment.AppointmentReading;
import org.stillpoint.practice.appointment.AppointmentReading.AppointmentsView;
import org.stillpoint.practice.appointment.AppointmentReading.ComingAppointment;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.PageLanguage;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.AttendanceWords;
import org.stillpoint.words.Speaker;

/** That a client came, and when, on paper for whoever asks them for it: nothing of why, and nothing that was not noted. */
@Controller
class AttendancePaperController {
    private final AppointmentReading reading;
    private final SettingReading settings;
    private final PageLanguage language;
    private final Speaker speaker;
    private final Clock clock;

    AttendancePaperController(
            AppointmentReading reading, SettingReading settings, PageLanguage language, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.settings = settings;
        this.language = language;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/attendance.pdf")
    ResponseEntity<byte[]> printed(Actor actor, @PathVariable String id) {
        Id<Client> client = Id.of(id);
        AppointmentsView view = reading.by(actor, client);
        language.speakTo(actor, client);
        List<String> times = Stream.concat(
                        view.past().stream(), view.coming().stream().map(ComingAppointment::appointment))
                .filter(each -> each.attendance().map(Attendance::came).orElse(false))
                .sorted(Comparator.comparing(Appointment::start))
                .map(this::at)
                .toList();
        String practice = settings.profile(actor).name();
        String title = speaker.say(AttendanceWords.TITLE);
        String made = speaker.day(LocalDate.now(clock));
        PlainSheet sheet = new PlainSheet(
                title,
                practice,
                "",
                made,
                List.of(),
                List.of(
                        new PlainPart(practice.isEmpty() ? "" : title, List.of(), false),
                        new PlainPart(
                                "",
                                List.of(speaker.say(
                                        times.isEmpty()
                                                ? new AttendanceWords.NothingNoted(
                                                        view.client().name().value())
                                                : new AttendanceWords.WasHere(
                                                        view.client().name().value()))),
                                false),
                        new PlainPart("", times, false)),
                List.of(speaker.say(AttendanceWords.SAYS_NO_MORE), speaker.say(AttendanceWords.SIGNATURE)),
                PlainSheet.PaperSize.A4);
        return SentPaper.of("attendance-" + LocalDate.now(clock) + ".pdf", PlainPdf.of(sheet, speaker.locale()));
    }

    private String at(Appointment appointment) {
        return speaker.say(new AppointmentWords.BookedAt(
                speaker.weekday(LocalDate.ofInstant(appointment.start(), clock.getZone())),
                speaker.time(appointment.start()),
                speaker.time(appointment.end())));
    }
}
