package org.stillpoint.exchange.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.diary.CheckInTable.CheckInOfRow;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.record.Score0To10;

/** A diary of one person as check-ins: the same answers however it is written, or a question. */
class CheckInTableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LATEST = Instant.parse("2026-11-28T12:00:00Z");

    private static OnePerson told(Map<Integer, ColumnUse> uses, String... only) {
        return new OnePerson(uses, BERLIN, BERLIN, Optional.empty(), Set.of(only), false, false, LATEST);
    }

    private static HowToRead inBerlin() {
        return new HowToRead(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BERLIN),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    private static CheckInTable read(String text, OnePerson told) {
        return read(text.getBytes(StandardCharsets.UTF_8), told);
    }

    private static CheckInTable read(byte[] bytes, OnePerson told) {
        return CheckInTable.read(() -> Table.ofBytes("d.csv", bytes, inBerlin()), told);
    }

    private static BadInput refused(String text, OnePerson told) {
        return catchThrowableOfType(BadInput.class, () -> read(text, told));
    }

    private static QuestionSubject asked(String text) {
        return refused(text, told(Map.of())).question().orElseThrow().about();
    }

    private static double pain(CheckInOfRow entry) {
        return entry.answers().pain().value();
    }

    @Test
    void diary_ofPainAlone_leavesTheOthersUnanswered() {
        CheckInTable table = read("date,pain\n2026-03-01,6\n2026-03-02,4.5\n", told(Map.of()));
        assertThat(table.entries()).extracting(CheckInTableTest::pain).containsExactly(6.0, 4.5);
        assertThat(table.entries().getFirst().at()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
        assertThat(table.entries().getFirst().answers().stress()).isEmpty();
        assertThat(table.read().line()).contains("pain: pain", "zone: Europe/Berlin", "2026-03-01 to 2026-03-02");
    }

    @Test
    void columnThatIsNotUsed_isSaidToBeLeft() {
        CheckInTable table = read("date;Schmerz;note\n2026-03-01;6,5;a\n2026-03-02;7;b\n", told(Map.of()));
        assertThat(table.read().line()).contains("pain: Schmerz", "left: note", "check ins: 2");
    }

    @Test
    void diary_germanWithEverything_isUnderstood() {
        CheckInTable table = read(
                "Datum;Uhrzeit;Schmerz;Stress;Anspannung;Angst;Stimmung;Schlaf;Schlechter\n"
                        + "01.03.2026;08:30;6,5;3;4;2;;7;Nacken\n",
                told(Map.of()));
        CheckInOfRow only = table.entries().getFirst();
        assertThat(only.at()).isEqualTo(Instant.parse("2026-03-01T07:30:00Z"));
        assertThat(pain(only)).isEqualTo(6.5);
        assertThat(only.answers().tension()).contains(Score0To10.of(4));
        assertThat(only.answers().mood()).isEmpty();
        assertThat(only.answers().sleep()).contains(Score0To10.of(7));
        assertThat(only.answers().anythingWorse().value()).isEqualTo("Nacken");
    }

    @Test
    void problems_ofSeveralColumns_areListedByRow() {
        BadInput bad = refused("date,pain,stress\n2026-03-01,11,3\nsoon,4,3\n2026-03-03,4,x\n", told(Map.of()));
        assertThat(bad.question()).isEmpty();
        assertThat(bad.getMessage())
                .contains("row 2, column pain: \"11\" is not between 0 and 10")
                .contains("row 3, column date: \"soon\"")
                .contains("row 4, column stress: \"x\" is not a number");
    }

    @Test
    void whatCanBeMeantInTwoWays_isAskedWithItsChoices() {
        assertThat(asked("date,pain\n03/04/2026,4\n05/06/2026,5\n")).isEqualTo(QuestionSubject.DATES);
        assertThat(asked("date,pain\n2026-03-01,4\n2026-03-01,5\n")).isEqualTo(QuestionSubject.SAME_MOMENT);
        assertThat(asked("date,pain\n2026-03-01,4\n2016-03-01,5\n")).isEqualTo(QuestionSubject.FAR_APART);
        assertThat(asked("day,pain\n1,4\n2,5\n3,5\n")).isEqualTo(QuestionSubject.DAY_NUMBERS);
        assertThat(asked("date,value\n2026-03-01,4\n")).isEqualTo(QuestionSubject.COLUMNS);
        assertThat(asked("date,pain\n2026-03-01,\"1,234\"\n")).isEqualTo(QuestionSubject.DECIMAL);
        BadInput people = refused(
                "date,client,pain\n2026-03-01,Ana,4\n2026-03-02,Ana,4\n2026-03-01,Ben,5\n2026-03-02,Ben,5\n",
                told(Map.of()));
        assertThat(people.question().orElseThrow().about()).isEqualTo(QuestionSubject.WHOSE);
        assertThat(people.question().orElseThrow().choices()).containsExactly("client=Ana", "client=Ben");
    }

    @Test
    void onlyOnePersonsRows_areTaken_inOneFormOfTheName() {
        String text = "date,client,pain\n2026-03-01,Ana,4\n2026-03-02,ANA ,3\n2026-03-01,Ben,5\n2026-03-02,Ben,5\n";
        assertThat(read(text, told(Map.of(), "client=Ana")).entries())
                .extracting(CheckInTableTest::pain)
                .containsExactly(4.0, 3.0);
    }

    @Test
    void columnsThatWereCorrected_areReadAsTold() {
        String text = "date,client,worst,now\n2026-03-01,x,9,4\n2026-03-02,x,8,3\n";
        Map<Integer, ColumnUse> uses =
                new HashMap<>(Map.of(0, ColumnUse.TIME, 1, ColumnUse.LEFT, 2, ColumnUse.LEFT, 3, ColumnUse.PAIN));
        assertThat(read(text, told(uses)).entries())
                .extracting(CheckInTableTest::pain)
                .containsExactly(4.0, 3.0);
        uses.put(2, ColumnUse.PAIN);
        assertThat(refused(text, told(uses)).question().orElseThrow().about()).isEqualTo(QuestionSubject.COLUMNS);
    }

    @Test
    void scaleInTheName_ofAHundred_isRefused() {
        assertThat(refused("date,pain (0-100)\n2026-03-01,4\n", told(Map.of())).getMessage())
                .contains("goes from 0 to 100 by its name");
    }

    @Test
    void dayAhead_isRefusedByRow() {
        assertThat(refused("date,pain\n2026-03-01,4\n2026-11-29,5\n", told(Map.of()))
                        .getMessage())
                .contains("row 3", "lies ahead");
    }

    @Test
    void dayNumbers_countFromTheDayThatWasSaid() {
        OnePerson told = new OnePerson(
                Map.of(), BERLIN, BERLIN, Optional.of(LocalDate.of(2026, 2, 28)), Set.of(), false, false, LATEST);
        assertThat(read("day,pain\n1,4\n2,5\n", told).entries().getFirst().at())
                .isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    }

    /** An evening in New York is another day in universal time; where the days are is known here. */
    @Test
    void momentsInUniversalTime_areOfTheDayOfThePlace() {
        CheckInTable table = read("at,pain\n2026-03-01T23:30:00Z,4\n2026-03-02T10:00:00Z,5\n", told(Map.of()));
        assertThat(table.entries().getFirst().at()).isEqualTo(Instant.parse("2026-03-01T23:30:00Z"));
        assertThat(table.read().line()).contains("2026-03-02 to 2026-03-02");
    }

    @Test
    void momentWithoutPain_isNotTaken_andSaid() {
        CheckInTable table = read("date,pain,stress\n2026-03-01,4,2\n2026-03-02,NA,3\n", told(Map.of()));
        assertThat(table.withoutPain()).isEqualTo(1);
        assertThat(table.read().line()).contains("1 moment holds something but no pain");
    }

    /** Ways in which the same diary is sent. */
    enum Sent {
        ISO,
        GERMAN,
        US_TWELVE_HOURS,
        EXCEL_SERIALS,
        MILLISECONDS,
        DIGITS,
        SEP_LINE,
        UTF_16,
        QUALTRICS,
        TITLE_AND_TOTALS
    }

    @Property(tries = 120)
    void sameDiary_writtenInAnyWay_givesTheSameCheckIns(
            @ForAll Sent sent,
            @ForAll @IntRange(min = 14, max = 40) int days,
            @ForAll @IntRange(min = 0, max = 5) int repeated,
            @ForAll Random random) {
        List<String> plain = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = LocalDate.of(2026, 2, 1).plusDays(i);
            double pain = random.nextInt(21) / 2.0;
            int stress = random.nextInt(11);
            plain.add(day + "," + pain + "," + stress);
            written.add(row(sent, day, pain, stress));
        }
        for (int i = 0; i < repeated; i++) {
            written.add(written.get(random.nextInt(days)));
        }
        if (sent != Sent.TITLE_AND_TOTALS) {
            Collections.shuffle(written, random);
        }
        CheckInTable right = read("date,pain,stress\n" + String.join("\n", plain) + "\n", told(Map.of()));
        CheckInTable table = read(file(sent, written), told(Map.of()));
        assertThat(table.entries().stream().map(e -> e.at().atZone(BERLIN).toLocalDate() + " " + e.answers()))
                .isEqualTo(right.entries().stream()
                        .map(e -> e.at().atZone(BERLIN).toLocalDate() + " " + e.answers())
                        .toList());
        assertThat(table.repeatedRows()).isEqualTo(repeated);
    }

    private static String row(Sent sent, LocalDate day, double pain, int stress) {
        String comma = String.valueOf(pain).replace('.', ',');
        return switch (sent) {
            case ISO, UTF_16, TITLE_AND_TOTALS -> day + "," + pain + "," + stress;
            case GERMAN, SEP_LINE ->
                String.format(
                        Locale.ROOT,
                        "%02d.%02d.%d;%s;%d",
                        day.getDayOfMonth(),
                        day.getMonthValue(),
                        day.getYear(),
                        comma,
                        stress);
            case US_TWELVE_HOURS ->
                String.format(
                        Locale.ROOT,
                        "%d/%d/%d 8:30 PM,%s,%d",
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        day.getYear(),
                        pain,
                        stress);
            case EXCEL_SERIALS -> (day.toEpochDay() + 25_569) + "," + pain + "," + stress;
            case MILLISECONDS -> day.atTime(9, 0).atZone(BERLIN).toInstant().toEpochMilli() + "," + pain + "," + stress;
            case DIGITS -> day.toString().replace("-", "") + "," + pain + "," + stress;
            case QUALTRICS -> day + " 10:11:12," + pain + "," + stress;
        };
    }

    private static byte[] file(Sent sent, List<String> rows) {
        String body = String.join("\n", rows) + "\n";
        String text =
                switch (sent) {
                    case GERMAN -> "Datum;Schmerz;Stress\n" + body;
                    case SEP_LINE -> "sep=;\nDatum;Schmerz;Stress\n" + body + ";;\n;;\n";
                    case QUALTRICS ->
                        "RecordedDate,Q1_pain,Q2_stress\nRecorded Date,How much pain?,How much stress?\n"
                                + "\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n"
                                + body;
                    case TITLE_AND_TOTALS -> "My diary,,\n\ndate,pain,stress\n" + body + "Mean,5.2,4.1\n";
                    default -> "date,pain,stress\n" + body;
                };
        Charset charset = sent == Sent.UTF_16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return text.getBytes(charset);
    }
}
