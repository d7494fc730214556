package org.stillpoint.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalendarCommandTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("other.ics"), text);
    }

    private static Program.Outcome read(Path file, String... more) {
        String[] all = new String[7 + more.length];
        System.arraycopy(
                new String[] {"calendar", "read", file.toString(), "--from", "2026-03-01", "--to", "2026-04-01"},
                0,
                all,
                0,
                7);
        System.arraycopy(more, 0, all, 7, more.length);
        return Program.run(all);
    }

    @Test
    void read_asJson_listsEachTimeAndEachDoubt() throws IOException {
        Path file = file("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:a
                SUMMARY:Dentist
                DTSTART:20260310T090000
                DURATION:PT1H
                RRULE:FREQ=SECONDLY
                END:VEVENT
                END:VCALENDAR
                """);

        Program.Outcome outcome = read(file, "--zone", "Europe/Vienna", "--json");
        JsonNode said = JsonMapper.shared().readTree(outcome.out());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        JsonNode only = said.get("occurrences").get(0);
        assertThat(only.get("start").asString()).isEqualTo("2026-03-10T09:00:00");
        assertThat(only.get("start_utc").asString()).isEmpty();
        assertThat(only.get("end").asString()).isEqualTo("2026-03-10T10:00:00");
        assertThat(only.get("summary").asString()).isEqualTo("Dentist");
        assertThat(said.get("doubts").get(0).get("said").asString()).contains("too often");
        assertThat(read(file).out()).contains("2026-03-10T09:00:00").contains("Dentist");
    }

    @Test
    void read_noCalendar_isBadInput() throws IOException {
        assertThat(read(file("nothing")).code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(read(folder.resolve("none")).code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Program.run("calendar", "read").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Program.run("calendar", "read", "x", "--from", "soon").code())
                .isEqualTo(ExitCode.USAGE);
    }
}
