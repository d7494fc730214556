package org.stillpoint.exchange.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.table.Table;

/** Scores in: what is read, and what is said of a row that cannot be. */
class QuestionnaireTableTest {

    private static final OnePerson TOLD = OnePerson.nothingSaid(ZoneOffset.UTC, Instant.parse("2026-11-22T20:00:00Z"));

    private static List<QuestionnaireTable.ScoreOfRow> read(String text) {
        return QuestionnaireTable.read(Table.ofText("the table", text), TOLD).scores();
    }

    private static void expectProblem(String text, String... words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.getMessage()).contains(words));
    }

    @Test
    void read_wellFormed_hasEveryRowWithItsInstrument() {
        List<QuestionnaireTable.ScoreOfRow> entries = read("""
                date,instrument,score,filled in by
                2026-03-01,gad7,14,Ann
                2026-03-01,PEG,5.667,Ann

                2026-03-15,GAD-7,9,Ann
                """);

        assertThat(entries).extracting(e -> e.instrument().id()).containsExactly("gad7", "peg", "gad7");
        assertThat(entries).extracting(QuestionnaireTable.ScoreOfRow::score).containsExactly(14.0, 5.667, 9.0);
        assertThat(entries).extracting(QuestionnaireTable.ScoreOfRow::row).containsExactly(2L, 3L, 5L);
        assertThat(entries.getLast().day()).isEqualTo(LocalDate.of(2026, 3, 15));
    }

    @Test
    void read_semicolonsAndWindowsLines_areRead() {
        assertThat(read("date;score;instrument\r\n2026-03-01;3;phq9\r\n")).hasSize(1);
        assertThat(read("\uFEFFdate\tinstrument\tscore\n2026-03-01\tphq9\t3")).hasSize(1);
    }

    @Test
    void everyQuestionnaire_atBothEndsOfItsRange_isTaken_andBeyondIsNot() {
        for (Measure measure : Measures.listQuestionnaires()) {
            assertThat(read("date,instrument,score\n2026-03-01,%1$s,%2$s\n2026-03-02,%1$s,%3$s\n"
                            .formatted(measure.id(), measure.low(), measure.high())))
                    .hasSize(2);
            expectProblem(
                    "date,instrument,score\n2026-03-01,%s,%s\n".formatted(measure.id(), measure.high() + 0.5),
                    "row 2",
                    "column score",
                    "is not between");
        }
    }

    @Test
    void read_wrongRows_namesEachWithItsRange() {
        expectProblem(
                "date,instrument,score\n1.3.2026,gad7,3\n2026-03-01,gad8,3\n2026-03-01,gad7,22\n2026-03-02,gad7,\n2027-01-01,gad7,3\n",
                "is a date in another form than in the other rows: dates",
                "gad8",
                "known are peg, psfs, ndi",
                "is not between 0 and 21",
                "row 5",
                "a number is missing",
                "is not between 1980-01-01 and 2026-11-22");
    }

    /** cases/tables/tables-of-other-countries-and-programs/questionnaires_paste.txt */
    @Test
    void read_capitalsPointsAndDecimalComma_areRead() {
        List<QuestionnaireTable.ScoreOfRow> entries = read("Date;Instrument;Score\n01.03.2026;PEG;6,3\n");
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(entries.getFirst().score()).isEqualTo(6.3);
    }

    @Test
    void read_dayNumbers_areNoDates() {
        expectProblem("date,instrument,score\n12,gad7,3\n", "is not a date such as 2026-11-22");
    }

    @Test
    void read_twoScoresOfOneDay_isAProblem_unlessTheyAreTheSame() {
        expectProblem(
                "date,instrument,score\n2026-03-01,gad7,3\n2026-03-01,gad-7,4\n",
                "row 3",
                "another score for the day and instrument of row 2");
        assertThat(read("date,instrument,score\n2026-03-01,gad7,3\n2026-03-01,gad7,3\n"))
                .hasSize(1);
    }

    @Test
    void read_theSingleQuestionsOfACheckIn_areNoInstruments() {
        expectProblem("date,instrument,score\n2026-03-01,nrs_pain,3\n", "is no instrument that is known");
    }

    @Test
    void read_withoutAColumnOrARow_saysSo() {
        expectProblem("day,note,score\n2026-03-01,fine,3\n", "no column is taken for the questionnaire");
        expectProblem("day,instrument,note\n2026-03-01,gad7,fine\n", "no column is taken for the score");
        expectProblem("", "is empty");
        expectProblem("date,instrument,score\n", "no score");
    }

    @Test
    void read_columnsUnderOtherNames_areTakenByWhatTheyHold() {
        List<QuestionnaireTable.ScoreOfRow> scores =
                read("Filled in on;Fragebogen;Punkte\n01.03.2026;GAD-7;12\n08.03.2026;PHQ-9;3\n");
        assertThat(scores).extracting(QuestionnaireTable.ScoreOfRow::key).containsExactly("gad7", "phq9");
        assertThat(read("when,what,n\n2026-03-01,gad7,12\n")).hasSize(1);
    }

    @Test
    void read_severalPeople_asksWhose_andTakesTheRowsOfOne() {
        String table =
                "client,date,instrument,score\nAna,2026-03-01,gad7,12\nBen,2026-03-01,gad7,3\nAna,2026-03-08,gad7,9\nBen,2026-03-08,gad7,2\n";
        expectProblem(table, "column client holds 2 people: Ana, Ben");
        OnePerson ana = new OnePerson(
                Map.of(),
                ZoneOffset.UTC,
                ZoneOffset.UTC,
                Optional.empty(),
                Set.of("client=Ana"),
                false,
                false,
                TOLD.latest());
        assertThat(QuestionnaireTable.read(Table.ofText("the table", table), ana)
                        .scores())
                .extracting(QuestionnaireTable.ScoreOfRow::score)
                .containsExactly(12.0, 9.0);
    }

    @Test
    void read_sameScoreAgainInAnotherForm_countsOnce() {
        QuestionnaireTable table = QuestionnaireTable.read(
                Table.ofText("the table", "date,instrument,score\n2026-03-01,gad7,3\n2026-03-01,GAD-7,3.0\n"), TOLD);
        assertThat(table.scores()).hasSize(1);
        assertThat(table.repeatedRows()).isEqualTo(1);
        assertThat(table.read().line()).contains("scores: 1", "repeated rows: 1");
    }
}
