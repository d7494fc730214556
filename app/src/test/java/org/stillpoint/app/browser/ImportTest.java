package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A table that was kept elsewhere, over the wire: shown as it was read, corrected, taken whole or not at all. */
@ExtendWith(PracticeExtension.class)
class ImportTest {

    private static Document look(Wire visitor, String client, String kind, String table) {
        return visitor.send(
                visitor.page(client + "/import").expectFirst(named("choose")), Map.of("kind", kind, "table", table));
    }

    private static Document again(Wire visitor, Document page, Map<String, String> typed) {
        return visitor.send(page.expectFirst(named("looked-at")), typed);
    }

    private static Document take(Wire visitor, Document page) {
        return again(visitor, page, Map.of("do", "take"));
    }

    @Test
    void diary_isShownAsItWasRead_andTakenOnce(Wire visitor) {
        String ida = visitor.signIn().client("Ida Lind");
        Document page = look(visitor, ida, "CHECK_INS", "date;Schmerz;note\n2025-03-01;6,5;a\n2025-03-02;7;b\n");
        assertThat(page.expectFirst(named("read")).text())
                .contains("2 rows", "pain: Schmerz", "left: note", "check ins: 2", "zone:");
        assertThat(page.select(named("first-rows") + " tbody tr")).hasSize(2);
        assertThat(page.select(named("columns") + " select").eachAttr("name")).containsExactly("as0", "as1", "as2");
        Document taken = take(visitor, page);
        assertThat(taken.expectFirst(named("taken")).text()).isEqualTo("2 check-ins are taken.");
        // The same form sent again, as a browser does where an answer was lost.
        assertThat(take(visitor, page).expectFirst(named("taken")).text()).contains("Nothing new");
        // Another value for a moment that is kept: nothing of it is taken.
        Document other = look(visitor, ida, "CHECK_INS", "date,pain\n2025-03-02,3\n2025-03-03,3\n");
        assertThat(other.expectFirst(named("wrong")).text())
                .contains("Row 2: for that moment of 2 Mar 2025 something else is kept")
                .doesNotContain("Row 3");
        assertThat(other.select(named("main-action"))).isEmpty();
        assertThat(take(visitor, other).select(named("taken"))).isEmpty();
    }

    @Test
    void whatIsDoubtful_isAskedBesideItsField_andAnsweredThere(Wire visitor) {
        String joost = visitor.signIn().client("Joost Veen");
        Document page = look(
                visitor,
                joost,
                "CHECK_INS",
                "when,who,score\n03/04/2025,Ana,4\n04/04/2025,Ana,5\n03/04/2025,Ben,9\n04/04/2025,Ben,9\n");
        assertThat(page.expectFirst("#columns-problem").text()).contains("no column is taken for pain");
        assertThat(page.select(named("main-action"))).isEmpty();
        Document dates = again(visitor, page, Map.of("as2", "PAIN", "as1", "PERSON"));
        assertThat(dates.expectFirst("#dates-problem").text()).contains("day and month cannot be told apart");
        Document whose = again(visitor, dates, Map.of("dates", "DMY"));
        assertThat(whose.expectFirst("#only-problem").text()).contains("2 people: Ana, Ben");
        assertThat(whose.select("#choices option").eachAttr("value")).contains("who=Ana");
        Document ready = again(visitor, whose, Map.of("only", "who=Ana"));
        assertThat(ready.expectFirst(named("read")).text()).contains("2025-04-03 to 2025-04-04", "check ins: 2");
        // What was changed after it was shown is shown again, not taken.
        Document changed = again(visitor, ready, Map.of("do", "take", "dates", "MDY"));
        assertThat(changed.select(named("taken"))).isEmpty();
        assertThat(changed.expectFirst(named("read")).text()).contains("2025-03-04 to 2025-04-04");
        assertThat(take(visitor, ready).expectFirst(named("taken")).text()).isEqualTo("2 check-ins are taken.");
    }

    @Test
    void problems_areListedByRow_andNothingIsTaken(Wire visitor) {
        String nils = visitor.signIn().client("Nils Arvo");
        Document page = look(visitor, nils, "CHECK_INS", "date,pain\n2025-03-01,999\n2025-03-02,4\n2025-03-03,5\n");
        assertThat(page.expectFirst(named("wrong")).text())
                .contains("row 2, column pain: \"999\" is not between")
                .doesNotContain("--");
        assertThat(page.expectFirst("#missing-problem").text()).contains("stand for no answer");
        assertThat(take(visitor, page).select(named("taken"))).isEmpty();
        Document mended = again(visitor, page, Map.of("missing", "999"));
        assertThat(take(visitor, mended).expectFirst(named("taken")).text()).isEqualTo("2 check-ins are taken.");
    }

    @Test
    void bodyMaps_askForTheLayoutAndTheStrengthOfAMark(Wire visitor) {
        String pavel = visitor.signIn().client("Pavel Dorn");
        Document page = look(visitor, pavel, "BODY_MAPS", "date,bodymap\n2025-03-01,\"116,105\"\n");
        assertThat(page.expectFirst("#layout-problem").text()).contains("numbered differently for men");
        Document marks = again(visitor, page, Map.of("layout", "MEN"));
        assertThat(marks.expectFirst("#mark-problem").text()).contains("marks without intensity");
        Document ready = again(visitor, marks, Map.of("mark", "5"));
        assertThat(take(visitor, ready).expectFirst(named("taken")).text()).isEqualTo("1 body map is taken.");
        Document other = look(visitor, pavel, "BODY_MAPS", "date,X101,X105\n2025-03-01,2,3\n");
        assertThat(other.expectFirst(named("wrong")).text()).contains("Row 2: for that moment of 1 Mar 2025");
    }

    /** More columns than any table has, and more rows than one page may hold. */
    @Test
    void tooMuch_isRefusedInASentence(Wire visitor) {
        String ida = visitor.signIn().client("Ida Lind");
        String columns = "date,pain" + ",c".repeat(12_000) + "\n";
        Document wide = look(visitor, ida, "CHECK_INS", columns);
        assertThat(wide.expectFirst(named("wrong")).text()).contains("columns");
        Document large = look(visitor, ida, "CHECK_INS", "date,pain\n" + "2025-03-01,4\n".repeat(12_000));
        assertThat(large.expectFirst("#file-problem").text()).contains("too large");
        Document beyond = look(visitor, ida, "CHECK_INS", "date,pain\n" + "2025-03-01,4\n".repeat(100_000));
        assertThat(beyond.expectFirst("#file-problem").text()).contains("too large");
    }

    @Test
    void phasesAndOtherZones_areSaid(Wire visitor) {
        String ida = visitor.signIn().client("Ida Lind");
        Document phases =
                look(visitor, ida, "CHECK_INS", "date,phase,pain\n2024-03-01,A,4\n2024-03-02,A,5\n2024-03-03,B,3\n");
        assertThat(phases.expectFirst(named("read")).text())
                .contains("Column phase looks like the phases of a design. It is left");
        Document left = again(visitor, phases, Map.of("as1", "LEFT"));
        assertThat(left.expectFirst(named("read")).text()).doesNotContain("phases");
        Document evening = look(visitor, ida, "CHECK_INS", "date,pain\n2024-04-01 23:30,4\n2024-04-02 08:00,5\n");
        Document elsewhere = again(visitor, evening, Map.of("zone", "America/Los_Angeles"));
        assertThat(elsewhere.expectFirst(named("read")).text())
                .contains("under another day here", "America/Los_Angeles");
        Document days = again(
                visitor,
                look(visitor, ida, "CHECK_INS", "date,pain\n2024-05-01,4\n2024-05-02,5\n"),
                Map.of("zone", "Pacific/Kiritimati"));
        assertThat(days.expectFirst(named("read")).text()).doesNotContain("under another day");
    }

    /** What unpacks to far more than a page sends: 40 MB of rows in a file of some 100 kB. */
    @Test
    void bomb_isRefusedInASentence(Wire visitor) throws IOException {
        String ida = visitor.signIn().client("Ida Lind");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("date,pain\n".getBytes(StandardCharsets.UTF_8));
            byte[] rows = "2025-03-01,4\n".repeat(80_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                gzip.write(rows);
            }
        }
        Document page = look(visitor, ida, "CHECK_INS", "date,pain\n2025-03-01,4\n");
        Document bomb = again(
                visitor,
                page,
                Map.of(
                        "held",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray()),
                        "name",
                        "rows.csv.gz"));
        assertThat(bomb.expectFirst(named("wrong")).text())
                .contains("rows.csv.gz: holds more than 4 megabytes of text");
    }

    @Test
    void scores_ofWhichOneHidesThoughtsOfSelfHarm_leadToWhomToRing(Wire visitor) {
        String added = visitor.signIn()
                .send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", "Sums Too High"))
                .location();
        String client = URI.create(added).getPath();
        String yesterday = LocalDate.now().minusDays(1).toString();
        Document page = look(visitor, client, "SCORES", "date,instrument,score\n" + yesterday + ",phq9,26\n");
        Document taken = take(visitor, page);
        assertThat(taken.location()).contains("/help-now?for=");
        assertThat(visitor.page(client + "/questionnaires").text()).contains("26");
    }
}
