package org.stillpoint.exchange.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.words.CalendarWords;

/** Calendars written to harm: each takes bounded time and memory, and says what was not read. */
class HostileCalendarsTest {
    private static final Path CASES = Path.of("../../shared/cases/interop/ics");
    private static final Window SPRING =
            Window.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), ZoneOffset.UTC);

    @TempDir
    Path folder;

    /** Reads one file in a heap of 64 MB, and prints how many times it holds, how long that took, and the doubts. */
    static final class InSmallHeap {
        public static void main(String[] file) {
            ReadCalendar.of("warm", event("DTSTART:20260105T090000Z").getBytes(StandardCharsets.UTF_8), SPRING);
            long start = System.nanoTime();
            CalendarRead read = ReadCalendar.of(Path.of(file[0]), SPRING);
            long took = (System.nanoTime() - start) / 1_000_000;
            System.out.println(read.occurrences().size() + " " + took + " "
                    + read.doubts().stream()
                            .map(doubt -> doubt.said().toString())
                            .collect(Collectors.joining(",")));
        }
    }

    private record Outcome(int times, int milliseconds, String doubts) {}

    private static Outcome inSmallHeap(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InSmallHeap.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(file + ": " + said).isZero();
        String[] parts = said.strip().split(" ", 3);
        return new Outcome(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : "");
    }

    private static String event(String... lines) {
        return Stream.of(
                        Stream.of("BEGIN:VCALENDAR", "BEGIN:VEVENT"),
                        Stream.of(lines),
                        Stream.of("END:VEVENT", "END:VCALENDAR"))
                .flatMap(each -> each)
                .collect(Collectors.joining("\r\n"));
    }

    private static CalendarRead read(String text) {
        return ReadCalendar.of("made.ics", text.getBytes(StandardCharsets.UTF_8), SPRING);
    }

    @Test
    void bombs_inAHeapOf64Megabytes_areReadWithinASecond() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isDirectory(CASES), "skipped: ../shared/cases/interop is not there");
        List<String> made;
        try (Stream<Path> files = Files.list(CASES)) {
            made = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("made-"))
                    .sorted()
                    .toList();
        }
        assertThat(made).hasSize(6);
        for (String file : made) {
            Outcome outcome = inSmallHeap(CASES.resolve(file));
            int times =
                    switch (file) {
                        case "made-bomb-count-1e9.ics" -> 86;
                        case "made-rule-that-never-matches.ics" -> 0;
                        default -> 1;
                    };
            assertThat(outcome.times()).as(file).isEqualTo(times);
            assertThat(outcome.milliseconds()).as(file).isLessThan(1000);
            if (file.contains("secondly") || file.contains("cross-product")) {
                assertThat(outcome.doubts()).as(file).isEqualTo("REPEATS_TOO_OFTEN");
            }
        }
    }

    @Test
    void fiveThousandDailySeries_sinceLongAgo_areBoundedAndSaid() throws IOException, InterruptedException {
        String daily = IntStream.range(0, ReadCalendar.MOST_EVENTS)
                .mapToObj(i -> "BEGIN:VEVENT\nUID:" + i + "\nDTSTART:19700101T090000Z\nDURATION:PT1H\n"
                        + "RRULE:FREQ=DAILY;COUNT=100000\nEND:VEVENT\n")
                .collect(Collectors.joining("", "BEGIN:VCALENDAR\n", "END:VCALENDAR\n"));
        Path file = Files.writeString(folder.resolve("daily.ics"), daily);

        Outcome outcome = inSmallHeap(file);

        assertThat(outcome.milliseconds()).isLessThan(5000); // below 1000 where nothing else runs
        assertThat(outcome.times()).isLessThanOrEqualTo(ReadCalendar.MOST_OCCURRENCES);
        assertThat(outcome.doubts()).contains("REPEATS_TOO_OFTEN");
    }

    @Test
    void tooManyEvents_areRefused() {
        String many = "BEGIN:VCALENDAR\n"
                + "BEGIN:VEVENT\nDTSTART:20260105\nEND:VEVENT\n".repeat(ReadCalendar.MOST_EVENTS + 1) + "END:VCALENDAR";

        assertThatThrownBy(() -> read(many)).isInstanceOf(BadInput.class).hasMessageContaining("five thousand");
    }

    @Test
    void hundredMegabytes_areNotReadToTheirEnd() throws IOException, InterruptedException {
        Path file = folder.resolve("huge.ics");
        try (var out = Files.newOutputStream(file)) {
            byte[] block = "BEGIN:VCALENDAR\n".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }

        assertThatThrownBy(() -> ReadCalendar.of(file, SPRING))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("two megabytes");
    }

    @Test
    void oneLineOfTwoMegabytes_isReadInASmallHeap() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("line.ics"),
                event(
                        "DTSTART:20260105T090000Z",
                        "DESCRIPTION:" + "x\n ".repeat(600_000),
                        "EXDATE:" + "1,".repeat(50_000)));

        assertThat(inSmallHeap(file).times()).isEqualTo(1);
    }

    @Test
    void noCalendar_isRefusedInWords() {
        assertThatThrownBy(() -> read("<html>")).isInstanceOf(BadInput.class).hasMessageContaining("is not a calendar");
        assertThatThrownBy(() -> ReadCalendar.of(folder.resolve("none.ics"), SPRING))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void movedAndCancelled_ofASeries_takeThePlaceOfTheirs() {
        CalendarRead read = read("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:a
                DTSTART;TZID=Europe/Berlin:20260323T100000
                DTEND;TZID=Europe/Berlin:20260323T110000
                RRULE:FREQ=WEEKLY;COUNT=3
                END:VEVENT
                BEGIN:VEVENT
                UID:a
                RECURRENCE-ID;TZID=Europe/Berlin:20260323T100000
                DTSTART;TZID=Europe/Berlin:20260324T150000
                DTEND;TZID=Europe/Berlin:20260324T160000
                SEQUENCE:2
                END:VEVENT
                BEGIN:VEVENT
                UID:a
                RECURRENCE-ID:20260330T080000Z
                DTSTART:20260330T080000Z
                STATUS:CANCELLED
                END:VEVENT
                END:VCALENDAR
                """);

        assertThat(read.occurrences())
                .extracting(each -> each.start().written() + " " + each.status())
                .containsExactly("2026-03-24T15:00:00+01:00 ", "2026-03-30T08:00:00+00:00 CANCELLED");
        assertThat(read.occurrences().get(1).isBusy()).isFalse();
        assertThat(read.occurrences().getFirst().sequence()).isEqualTo(2);
    }

    @Test
    void seriesOverAClockChange_keepsItsTimeOfDay() {
        CalendarRead read = read(event(
                "UID:a",
                "DTSTART;TZID=W. Europe Standard Time:20260323T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=2"));

        assertThat(read.occurrences())
                .extracting(each -> each.start().written())
                .containsExactly("2026-03-23T10:00:00+01:00", "2026-03-30T10:00:00+02:00");
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void unknownZone_isReadByTheReadersClockWithAWord() {
        CalendarRead read = read(event("UID:a", "DTSTART;TZID=Nowhere/Land:20260323T100000", "DURATION:PT1H"));

        assertThat(read.occurrences().getFirst().start().floats()).isTrue();
        assertThat(read.doubts())
                .extracting(CalendarRead.CalendarDoubt::said)
                .containsExactly(CalendarWords.UNKNOWN_ZONE);
    }
}
