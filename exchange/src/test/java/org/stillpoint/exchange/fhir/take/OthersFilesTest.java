package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalAdvice;
import org.stillpoint.exchange.fhir.take.TakenFhir.AnsweredSum;

/** Files that others wrote, with what a right import yields of each: every row of {@code cases/interop}. */
class OthersFilesTest {
    private static final Path CASES = Path.of("../../shared/cases/interop");
    private static final Map<String, String> VERSIONS =
            Map.of("1.0.2", "DSTU2", "3.0.1", "STU3", "4.3.0", "R4B", "5.0.0", "R5");

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

    private static TakenFhir take(String file) {
        return TakeFhir.of(FhirFile.read(CASES.resolve("fhir").resolve(file)));
    }

    private static long count(TakenFhir taken, Predicate<ProposedEvent> which) {
        return taken.events().stream().filter(which).count();
    }

    @Test
    void files_everyRow_yieldWhatIsExpected() {
        List<NamedCsvRecord> rows = rows("expected.csv").stream()
                .filter(row -> row.getField("file").startsWith("fhir/"))
                .toList();
        assertThat(rows).hasSize(19);
        for (NamedCsvRecord row : rows) {
            String file = row.getField("file").substring("fhir/".length());
            if (row.getField("verdict").startsWith("refuse")) {
                refused(file, row.getField("version"));
            } else {
                counted(file, row);
            }
        }
    }

    private static void refused(String file, String version) {
        Throwable thrown = catchThrowable(() -> take(file));

        assertThat(thrown).as(file).isInstanceOf(BadInput.class);
        Optional.ofNullable(VERSIONS.get(version))
                .ifPresentOrElse(
                        other -> assertThat(thrown).as(file).hasMessageContaining("is FHIR " + other + " "),
                        () -> assertThat(thrown)
                                .as(file)
                                .hasMessageContaining("row 4")
                                .hasMessageContaining("more than one person"));
    }

    private static void counted(String file, NamedCsvRecord row) {
        TakenFhir taken = take(file);
        Predicate<ProposedEvent> condition = each -> each.resource().equals("Condition");
        Predicate<ProposedEvent> proposed = taken.proposals()::contains;
        Map<String, Predicate<ProposedEvent>> columns = Map.ofEntries(
                Map.entry("conditions_in_file", condition),
                Map.entry("conditions_to_propose", condition.and(proposed)),
                Map.entry("procedures_in_file", condition.negate()),
                Map.entry("procedures_to_propose", condition.negate().and(proposed)),
                Map.entry("injury_like_distinct", proposed.and(ProposedEvent::isInjuryLike)),
                Map.entry("negated_or_not_own", each -> each.advice() == ProposalAdvice.NO),
                Map.entry("ask_first", each -> each.advice() == ProposalAdvice.ASK),
                Map.entry("duplicates", each -> each.duplicateOf().isPresent()),
                Map.entry("dated_instant", precision("instant")),
                Map.entry("dated_day", precision("day")),
                Map.entry("dated_month", precision("month")),
                Map.entry("dated_year", precision("year")),
                Map.entry("undated", precision("")),
                Map.entry("recorded_date_only", each -> each.dateSource().startsWith("recordedDate")));
        columns.forEach((column, which) -> assertThat(String.valueOf(count(taken, which)))
                .as(file + " " + column)
                .isEqualTo(row.getField(column)));
        assertThat(taken.isDeceased())
                .as(file)
                .isEqualTo(row.getField("verdict").equals("stop and ask"));
    }

    private static Predicate<ProposedEvent> precision(String which) {
        return each -> each.precision().equals(which);
    }

    @Test
    void events_everyRow_areReadAsTheyAreWritten() {
        for (NamedCsvRecord row : rows("expected-fhir-events.csv")) {
            String file = row.getField("file");
            if (file.startsWith("refuse-")) {
                assertThat(catchThrowable(() -> take(file))).as(file).isInstanceOf(BadInput.class);
                continue;
            }
            ProposedEvent event = take(file).events().stream()
                    .filter(each -> each.resource().equals(row.getField("resource"))
                            && each.id().equals(row.getField("id")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file + " " + row.getField("id")));
            assertThat(List.of(
                            event.label().value(),
                            String.join(";", event.codes()),
                            event.date(),
                            event.precision(),
                            event.dateSource(),
                            event.ended(),
                            event.status(),
                            event.verification(),
                            event.isInjuryLike() ? "yes" : "",
                            event.advice().name().toLowerCase(Locale.ROOT),
                            event.duplicateOf().orElse("")))
                    .as(file + " " + row.getField("id"))
                    .containsExactly(
                            row.getField("label"),
                            row.getField("codes"),
                            row.getField("date"),
                            row.getField("precision"),
                            row.getField("date_source"),
                            row.getField("end_or_abatement"),
                            row.getField("status"),
                            row.getField("verification"),
                            row.getField("injury_like"),
                            row.getField("propose"),
                            row.getField("duplicate_of"));
        }
    }

    /** HL7's own example states 13 where its answers make 10; item 9 is above nothing. */
    @Test
    void phq9_statedOtherwiseThanAnswered_tellsBothAndTheNinthAnswer() {
        AnsweredSum wrong = take("sdc-phq9-response-wrong-total.json").answers().getFirst();
        AnsweredSum right = take("us-core-phq9-response.json").answers().getFirst();

        assertThat(wrong.stated()).hasValue(13);
        assertThat(wrong.counted()).hasValue(10);
        assertThat(wrong.disagrees()).isTrue();
        assertThat(wrong.speaksOfSelfHarm()).isTrue();
        assertThat(right.counted()).hasValue(12);
        assertThat(right.disagrees()).isFalse();
        assertThat(right.speaksOfSelfHarm()).isFalse();
        assertThat(right.authored()).contains("2022-11-29T20:50:32.718Z");
    }

    @Test
    void rows_ofAnotherPerson_areLeftOutAndCounted() {
        TakenFhir taken = take("bulk-mixed-epic-sandbox.ndjson");

        assertThat(taken.ofAnother()).isEqualTo(1);
        assertThat(taken.persons()).hasSize(1);
    }

    @Test
    void narrative_withAScript_isReadByNobody() {
        assertThat(take("security-patient-narrative-script.json").toString()).doesNotContain("script");
    }
}
