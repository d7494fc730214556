package org.stillpoint.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.exchange.BadInput;

class DaysTest {

    private static List<Double> days(String header, List<String> times, HowToRead how) {
        Table table = Table.ofText("t", header + ";pain\n" + String.join(";5\n", times) + ";5\n", how);
        Days days = Days.of(table, table.getColumn(header));
        List<Double> read = new ArrayList<>();
        table.forEach(row -> read.add(days.day(row)));
        table.check();
        return read;
    }

    /** Every way of writing the same days gives the same days, or is asked about; never others. */
    @Property(tries = 400)
    void of_anyForm_givesTheSameDaysOrAsks(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 900) Integer> offsets,
            @ForAll @IntRange(min = 7305, max = 20_000) int first,
            @ForAll("forms") String form) {
        List<LocalDate> dates =
                offsets.stream().map(o -> LocalDate.ofEpochDay(first + o)).toList();
        List<String> written = dates.stream().map(date -> write(form, date)).toList();
        List<Double> truth = dates.stream().map(d -> (double) d.toEpochDay()).toList();
        try {
            assertThat(days("date", written, HowToRead.TOLD_BY_THE_TABLE)).isEqualTo(truth);
        } catch (BadInput asked) {
            assertThat(asked).hasMessageContaining("--dates");
        }
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(
                "yyyy-MM-dd",
                "yyyy/MM/dd",
                "yyyyMMdd",
                "dd.MM.yyyy",
                "d.M.yyyy",
                "MM/dd/yyyy",
                "dd/MM/yyyy",
                "dd-MM-yyyy",
                "d MMM yyyy",
                "MMM d, yyyy",
                "dd-MMM-yyyy",
                "seconds",
                "milliseconds",
                "excel");
    }

    private static String write(String form, LocalDate date) {
        long seconds = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        return switch (form) {
            case "seconds" -> String.valueOf(seconds);
            case "milliseconds" -> String.valueOf(seconds * 1000);
            case "excel" -> String.valueOf(date.toEpochDay() + 25_569);
            default -> date.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-25T08:30 | 8.5
            2026-01-25 8:30 | 8.5
            2026-01-25 20:30:00 +0100 | 20.5
            2026-01-25T20:30:00+01:00 | 20.5
            2026-01-25T20:30:00.000Z | 20.5
            1/25/2026 8:30:00 PM | 20.5
            1/25/2026 12:30 AM | 0.5
            25.01.2026, 20:30 | 20.5
            20260125T203000 | 20.5
            Jan 25, 2026 8:30 pm | 20.5
            """)
    void of_timesOfDay_areHoursOfThatDay(String time, double hours) {
        assertThat(days("date", List.of(time), HowToRead.TOLD_BY_THE_TABLE).getFirst())
                .isCloseTo(LocalDate.of(2026, 1, 25).toEpochDay() + hours / 24, within(1e-9));
    }

    @Test
    void of_universalTimesWithAZone_fallOnTheDaysOfThatPlace() {
        HowToRead none = HowToRead.TOLD_BY_THE_TABLE;
        HowToRead there = new HowToRead(
                none.encoding(),
                none.dates(),
                none.decimal(),
                Optional.of(ZoneId.of("America/New_York")),
                none.unit(),
                Set.of(),
                none.sheet());
        double local = LocalDateTime.of(2026, 1, 25, 22, 30).toEpochSecond(ZoneOffset.UTC) / 86_400.0;
        assertThat(days("date", List.of("2026-01-26T03:30:00Z"), there).getFirst())
                .isCloseTo(local, within(1e-9));
        assertThat(days("date", List.of("2026-01-26T04:30:00+0100"), there).getFirst())
                .isCloseTo(local, within(1e-9));
        assertThat(days("date", List.of("1769398200"), there).getFirst()).isCloseTo(local, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"20260230", "20261301", "123456", "2026-02-30", "31/31/2026", "2026-13-01", "1e9x", "2.5e14"})
    void of_noDayAtAll_isRefusedByRow(String time) {
        assertThatThrownBy(() -> days("date", List.of(time), HowToRead.TOLD_BY_THE_TABLE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("row 2, column date");
    }

    @Test
    void of_mixedForms_refusesThoseOfTheOther() {
        assertThatThrownBy(() -> days("day", List.of("1", "2", "2026-01-02"), HowToRead.TOLD_BY_THE_TABLE))
                .hasMessageContaining(
                        "row 4, column day: \"2026-01-02\" is a date where the other rows hold day numbers");
    }
}
