package org.stillpoint.exchange.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.calendar.OwnCalendar.FedAppointment;

/** What two readers of others make of our feed, and our own. */
class OwnCalendarTest {
    private static final Instant NOON = Instant.parse("2026-03-29T10:00:00Z");
    private static final String LONG = "Zoë 🧑‍⚕️, B; C\\D é".repeat(9);
    private static final List<FedAppointment> FED = List.of(
            new FedAppointment(
                    "a", NOON, NOON.plus(Duration.ofMinutes(50)), 0, NOON.minusSeconds(60), false, "A. M.", ""),
            new FedAppointment("b", NOON.plusSeconds(7200), NOON.plusSeconds(9000), 3, NOON, true, LONG, ""));

    private static String told(String uid, Instant start, Instant end, int sequence, String status, String summary) {
        return String.join("|", uid, start.toString(), end.toString(), String.valueOf(sequence), status, summary);
    }

    private static List<String> expected() {
        return FED.stream()
                .map(each -> told(
                        each.key() + OwnCalendar.OWN,
                        each.start(),
                        each.end(),
                        each.sequence(),
                        each.cancelled() ? "CANCELLED" : "CONFIRMED",
                        each.summary()))
                .toList();
    }

    @Test
    void feed_readByIcal4j_isWhatWasWritten_andValid() throws IOException, ParserException {
        Calendar read = new CalendarBuilder().build(new StringReader(OwnCalendar.text("Zoë, practice", FED)));

        assertThat(read.validate().getEntries()).isEmpty();
        assertThat(read.<VEvent>getComponents("VEVENT").stream()
                        .map(event -> told(
                                event.getUid().orElseThrow().getValue(),
                                Instant.from(event.getDateTimeStart().getDate()),
                                Instant.from(event.getDateTimeEnd().getDate()),
                                event.getSequence().getSequenceNo(),
                                event.getStatus().getValue(),
                                event.getSummary().getValue()))
                        .toList())
                .isEqualTo(expected());
    }

    @Test
    void feed_readByBiweekly_isWhatWasWritten_andValid() {
        ICalendar read = Biweekly.parse(OwnCalendar.text("Zoë, practice", FED)).first();

        assertThat(read.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(read.getEvents().stream()
                        .map(event -> told(
                                event.getUid().getValue(),
                                event.getDateStart().getValue().toInstant(),
                                event.getDateEnd().getValue().toInstant(),
                                event.getSequence().getValue(),
                                event.getStatus().getValue(),
                                event.getSummary().getValue()))
                        .toList())
                .isEqualTo(expected());
    }

    @Test
    void feed_readByOurselves_isWhatWasWritten_inLinesOf75Octets() {
        String text = OwnCalendar.text("Zoë", FED);
        CalendarRead read = ReadCalendar.of(
                "own.ics",
                text.getBytes(StandardCharsets.UTF_8),
                Window.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1), ZoneOffset.UTC));

        assertThat(read.occurrences())
                .extracting(each -> told(
                        each.uid(),
                        each.start().instant().orElseThrow(),
                        each.end().instant().orElseThrow(),
                        each.sequence(),
                        each.status(),
                        each.summary()))
                .isEqualTo(expected());
        assertThat(read.doubts()).isEmpty();
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }
}
