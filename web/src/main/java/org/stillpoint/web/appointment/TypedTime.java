package org.stillpoint.web.appointment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.FormWords;

/**
 * What was typed of a time; all of it is meant once the form is good.
 *
 * @param weeks in how many weeks running; 1 where it was not asked
 */
record TypedTime(LocalDate day, LocalTime time, Duration length, int weeks) {

    /** A form with what is usual; of no day, where none is meant yet. */
    static Form usual(Optional<LocalDate> day) {
        return Form.of(Map.of(
                "day", day.map(LocalDate::toString).stream().toList(),
                "minutes", List.of(String.valueOf(Appointment.USUAL.toMinutes())),
                "weeks", List.of("1")));
    }

    /** Notes in the form what is missing or no time. */
    static TypedTime of(Form form) {
        LocalDate day = LocalDate.EPOCH;
        try {
            day = LocalDate.parse(form.raw("day").strip());
        } catch (DateTimeException notADay) {
            form.problems().add("day", AppointmentWords.DAY_NEEDED);
        }
        LocalTime time = LocalTime.MIDNIGHT;
        try {
            time = LocalTime.parse(form.raw("time").strip()).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException noTime) {
            form.problems().add("time", AppointmentWords.TIME_NEEDED);
        }
        int least = Math.toIntExact(Appointment.LEAST.toMinutes());
        int most = Math.toIntExact(Appointment.MOST.toMinutes());
        int minutes = whole(form, "minutes", least, most);
        int weeks = form.raw("weeks").isBlank() ? 1 : whole(form, "weeks", 1, BookAppointment.MOST_WEEKS);
        return new TypedTime(day, time, Duration.ofMinutes(minutes), weeks);
    }

    private static int whole(Form form, String field, int least, int most) {
        OptionalDouble typed = form.number(field, least, most);
        if (form.problems().has(field)) {
            return least;
        }
        if (typed.isEmpty() || typed.getAsDouble() != Math.rint(typed.getAsDouble())) {
            form.problems().add(field, new FormWords.WholeNumberBetween(least, most));
            return least;
        }
        return (int) typed.getAsDouble();
    }
}
