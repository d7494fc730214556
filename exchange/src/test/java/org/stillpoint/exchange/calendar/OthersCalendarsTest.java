package org.stillpoint.exchange.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.words.CalendarWords;

/** Calendars that others wrote, with every time that a right reading finds in them: every row of {@code cases/interop}. */
class OthersCalendarsTest {
    private static final Path CASES = Path.of("../../shared/cases/interop");
    private static final ZoneId READER = ZoneOffset.UTC;
    /** Its line STATUS:CONFIRMED is not in the table, whose row was written by hand where Python gave up. */
    private static final String SAYS_CONFIRMED = "bad-rrule-untl.ics";

    @BeforeEach
    void needTheCases() {
        Assumptions.assumeTrue(Files.isDirectory(CASES), "skipped: ../shared/cases/interop is not there");
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CASES.resolve(file))) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CalendarRead read(String file, String from, String until) {
        return ReadCalendar.of(
                CASES.resolve("ics").resolve(file),
                Window.ofDays(LocalDate.parse(from), LocalDate.parse(until), READER));
    }

    /** As a row of the table tells it; of the note of a skipped hour the time that it is. */
    private static String told(NamedCsvRecord row) {
        return told(
                row.getField("start").contains("(gap") ? row.getField("end") : row.getField("start"),
                row.getField("start_utc"),
                row.getField("end"),
                row.getField("summary"),
                row.getField("file").equals(SAYS_CONFIRMED) ? "CONFIRMED" : row.getField("status"));
    }

    private static String told(Occurrence occurrence) {
        return told(
                occurrence.start().written(),
                occurrence.start().instant().map(Object::toString).orElse(""),
                occurrence.end().written(),
                occurrence.summary(),
                occurrence.status());
    }

    private static String told(String... parts) {
        return Stream.of(parts).collect(Collectors.joining(" | "));
    }

    @Test
    void calendars_everyRowOfTimes_isFoundAndNoOther() {
        Map<String, List<NamedCsvRecord>> files = rows("expected-ics-occurrences.csv").stream()
                .collect(Collectors.groupingBy(row -> row.getField("file")));
        assertThat(files).hasSize(16);
        files.forEach((file, rows) -> {
            CalendarRead read = read(
                    file,
                    rows.getFirst().getField("window_start"),
                    rows.getFirst().getField("window_end_exclusive"));
            assertThat(read.occurrences())
                    .as(file)
                    .extracting(OthersCalendarsTest::told)
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(OthersCalendarsTest::told).toList());
        });
    }

    @Test
    void calendars_everyRowOfFiles_yieldsItsCountAndAWordWhereOneIsDue() {
        List<NamedCsvRecord> rows = rows("expected.csv").stream()
                .filter(row -> row.getField("file").startsWith("ics/"))
                .toList();
        assertThat(rows).hasSize(21);
        for (NamedCsvRecord row : rows) {
            String file = row.getField("file").substring("ics/".length());
            String[] window = row.getField("calendar_window").split("\\.\\.");
            CalendarRead read = read(file, window[0], window[1]);
            if (!row.getField("occurrences").isEmpty()) {
                assertThat(read.occurrences()).as(file).hasSize(Integer.parseInt(row.getField("occurrences")));
            }
            if (row.getField("verdict").equals("accept with a word")) {
                assertThat(read.doubts()).as(file).isNotEmpty();
            }
        }
    }

    @Test
    void skippedHour_isSaid_andEmojiIsWhole() {
        CalendarRead read = read("made-bom-emoji-split-fold-dst-gap.ics", "2026-03-01", "2026-04-01");

        Occurrence only = read.occurrences().getFirst();
        assertThat(only.summary()).contains("🦵🏽").contains("🧑‍⚕️").doesNotContain("\uFFFD");
        assertThat(only.start().instant())
                .contains(OffsetDateTime.parse("2026-03-29T02:30:00+01:00").toInstant());
        assertThat(read.doubts())
                .extracting(CalendarRead.CalendarDoubt::said)
                .containsExactly(CalendarWords.SKIPPED_HOUR);
    }
}
