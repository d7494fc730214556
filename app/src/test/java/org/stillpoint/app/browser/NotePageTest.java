package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The note of a session over the wire. The numbers are those of eight tests that other programs of this kind were found to fail; what needs no page
 * is in {@code SessionNoteTest}.
 */
@ExtendWith(PracticeExtension.class)
class NotePageTest {

    private static String path(Document page) {
        return URI.create(page.location()).getPath();
    }

    private static String client(Wire visitor, String name) {
        return path(visitor.send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name)));
    }

    private static void tap(Wire visitor, String session, String moment) {
        visitor.json(
                session + "/marks",
                "{\"id\": \"%s\", \"at\": \"%s\", %s}".formatted(UUID.randomUUID(), Instant.now(), moment));
    }

    /** A session with a place, a sign, a memory in words, and what let go; ended. */
    private static Document closed(Wire visitor, String client) {
        Document live = visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        String session = path(live);
        tap(visitor, session, "\"kind\": \"engaged\", \"site\": \"X205\"");
        tap(visitor, session, "\"kind\": \"sign\", \"sign\": \"WARMTH\"");
        tap(visitor, session, "\"kind\": \"memory\", \"words\": \"the secret of the attic\"");
        tap(visitor, session, "\"kind\": \"release\", \"site\": \"X205\", \"value\": 0.5");
        return visitor.send(visitor.page(session).expectFirst("form[action$=/end]"), Map.of());
    }

    private static String pdf(Wire visitor, Document signed) throws IOException {
        Connection.Response file =
                visitor.get(signed.expectFirst(named("note-pdf")).attr("href"));
        try (PDDocument document = Loader.loadPDF(file.bodyAsBytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void test7_and3_and5_noteIsSignedWithThePassword_amended_andSaysSoOnScreenAndOnPaper(Wire visitor)
            throws IOException {
        visitor.signIn();
        Document closing = closed(visitor, client(visitor, "Noted And Signed"));
        String session = path(closing);
        Element form = closing.expectFirst(named("note"));
        assertThat(form.select("[name^=line-O.at]").text()).contains("Warmth", "Memory surfaced");
        assertThat(form.select("[name^=line-A.let-go]").text()).contains("Half let go", "as the therapist judged");
        assertThat(form.select(".note-line:has([name^=line-O.at]) a"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(
                                closing.getElementById(link.attr("href").replaceFirst(".*#", "")))
                        .isNotNull());
        assertThat(closing.text()).doesNotContain("the secret of the attic"); // process notes never flow in

        Map<String, String> typed = Map.of("own-ASSESSMENT", "Calmer than before.", "line-O.awareness", "");
        Document wrong = visitor.send(form, with(typed, "factor", "not the password"));
        assertThat(wrong.select(named("note-signed"))).isEmpty();
        assertThat(wrong.expectFirst("#factor-problem").text()).contains("Nothing was signed");
        assertThat(wrong.expectFirst("[name=own-ASSESSMENT]").text()).isEqualTo("Calmer than before.");
        assertThat(visitor.send(wrong.expectFirst(named("note")), Map.of()).select(named("note-signed")))
                .isEmpty(); // without anything at all
        assertThat(visitor.page("/notes").select("[href=" + session + "]")).isNotEmpty();
        assertThat(visitor.page("/").select(named("notes-to-sign"))).isNotEmpty();

        Document signed = visitor.send(visitor.page(session).expectFirst(named("note")), Map.of("factor", "demo"));
        assertThat(path(signed)).isEqualTo(session);
        assertThat(signed.expectFirst(named("signed-by")).text()).contains("Signed by demo", "SHA-256");
        assertThat(signed.expectFirst(named("note-signed")).text()).contains("Calmer than before. your words");
        assertThat(signed.select(named("marks") + " a")).isEmpty();
        assertThat(visitor.page("/notes").select("[href=" + session + "]")).isEmpty();
        assertThat(visitor.post(closing.expectFirst(named("go-on-with")), Map.of())
                        .statusCode())
                .isEqualTo(409);

        Document amended = visitor.send(
                signed.expectFirst(named("amend")),
                Map.of("text", "It was the right side.", "amendReason", "A slip.", "factor", "demo"));
        assertThat(amended.expectFirst(named("amendments")).text())
                .contains("It was the right side.", "Amended by demo", "Reason: A slip.");
        assertThat(amended.expectFirst(named("note-signed")).text()).contains("Calmer than before.");
        String hash = amended.expectFirst(named("note-hash")).text().replaceFirst(".*: ", "");
        assertThat(pdf(visitor, amended))
                .contains("Noted And Signed", "Warmth", "Calmer than before.", "Signed by demo", hash)
                .contains("It was the right side.", "Amended by demo", "Reason: A slip.")
                .doesNotContain("the secret of the attic");
    }

    private static Map<String, String> with(Map<String, String> typed, String field, String value) {
        Map<String, String> all = new java.util.HashMap<>(typed);
        all.put(field, value);
        return all;
    }

    @Test
    void typedWords_areSavedAsTheyAreTyped_andAStaleTabIsTold(Wire visitor) {
        visitor.signIn();
        Document closing = closed(visitor, client(visitor, "Typed In Two Tabs"));
        Element form = closing.expectFirst(named("note"));
        String draft = form.attr("data-draft");
        Element script = form.clone().attr("action", form.absUrl("action").replaceFirst("/sign$", "/draft"));
        assertThat(visitor.post(script, Map.of("own-PLAN", "Rest and water.")).body())
                .contains("\"version\":");
        assertThat(visitor.post(script, Map.of("own-PLAN", "Rest and water.")).statusCode())
                .isEqualTo(200); // again
        assertThat(visitor.post(script, Map.of("own-PLAN", "The other tab.")).statusCode())
                .isEqualTo(409);
        assertThat(draft).endsWith("/draft");

        Document stale = visitor.send(form, Map.of("own-PLAN", "The other tab.", "factor", "demo"));
        assertThat(stale.select(named("note-problem"))).hasSize(1);
        assertThat(stale.expectFirst("[name=own-PLAN]").text()).isEqualTo("The other tab.");
        Document kept = visitor.page(path(closing));
        assertThat(kept.expectFirst("[name=own-PLAN]").text()).isEqualTo("Rest and water.");
    }

    @Test
    void release_isJudgedByBoth_eachUnseen_andTheNoteTellsWhetherTheyAgree(Wire visitor) {
        visitor.signIn();
        Document live = visitor.send(
                visitor.page(visitor.agreed(client(visitor, "Judged By Both")) + "/sessions/new")
                        .expectFirst("main form"),
                Wire.nothingFound("start"));
        String session = path(live);
        tap(visitor, session, "\"kind\": \"engaged\", \"site\": \"X205\", \"words\": \"Position and hold\"");
        tap(visitor, session, "\"kind\": \"image\", \"first\": \"THERAPIST\", \"words\": \"a closed door\"");
        tap(visitor, session, "\"kind\": \"position\", \"words\": \"turns to the left\"");
        tap(visitor, session, "\"kind\": \"observed\", \"sign\": \"LAUGHTER\"");
        tap(visitor, session, "\"kind\": \"release\", \"site\": \"X205\", \"value\": 0.5");
        tap(visitor, session, "\"kind\": \"felt-release\", \"site\": \"X205\", \"value\": 0.25");
        String running = visitor.page(session).expectFirst("#marks").text();
        assertThat(running)
                .contains("Release judged", "Release judged by the client", "the therapist spoke first")
                .doesNotContain("50", "25", "a closed door");
        Document closing = visitor.send(visitor.page(session).expectFirst("form[action$=/end]"), Map.of());
        assertThat(closing.select(named("note-part")).get(2).text())
                .contains("the therapist judged “Half”, the client judged “A little”. They differ.");
        assertThat(closing.select(named("note-part")).get(1).text())
                .contains("Position and hold", "Laughter", "Position taken (turns to the left)")
                .doesNotContain("a closed door");
        Document mark = visitor.page(
                closing.select(named("marks") + " tr:contains(Laughter) a").attr("href"));
        Document dictated = visitor.send(mark.expectFirst(named("dictate")), Map.of("dictated", "with surprise"));
        assertThat(dictated.select(named("note-part")).get(1).text()).contains("dictated after: with surprise");
    }

    @Test
    void aftercareSheet_saysWhatThePracticeWrote_whomToRing_andWhenTheyAreAsked(Wire visitor) throws IOException {
        visitor.signIn();
        Document closing = closed(visitor, client(visitor, "Takes A Sheet Home"));
        Document sheet =
                visitor.page(closing.expectFirst(named("aftercare-sheet")).attr("href"));
        assertThat(sheet.expectFirst(named("aftercare")).text()).contains("Take your medicine as before.");
        Connection.Response file =
                visitor.get(sheet.expectFirst(named("aftercare-pdf")).attr("href"));
        try (PDDocument document = Loader.loadPDF(file.bodyAsBytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Take your medicine as before.", "Whom to call", "We ask how you are between")
                    .doesNotContain("Takes A Sheet Home");
        }
    }

    @Test
    void test8_noteOfTheWrongClient_isStruckOut_andOpensInTheOthersRecord(Wire visitor) {
        visitor.signIn();
        String right = client(visitor, "Rightly Hers Alone");
        Document closing = closed(visitor, client(visitor, "Wrongly Not Hers"));
        Document signed = visitor.send(closing.expectFirst(named("note")), Map.of("factor", "demo"));
        Document nobody = visitor.send(
                signed.expectFirst(named("strike")),
                Map.of("strikeReason", "another's", "to", "Nobody Of That Name", "factor", "demo"));
        assertThat(nobody.select(named("note-struck"))).isEmpty();
        Document struck =
                visitor.send(nobody.expectFirst(named("strike")), Map.of("to", "Rightly Hers Alone", "factor", "demo"));
        assertThat(struck.select(named("note-struck"))).hasSize(1);
        Element note = struck.expectFirst(named("note-signed"));
        assertThat(note.text()).contains("Struck out by demo", "Reason: another's", "Warmth");
        assertThat(note.select("del")).isNotEmpty();
        Document copy = visitor.page(note.expectFirst(named("to-copy")).attr("href"));
        assertThat(copy.text()).contains("Moved here from another record by demo", "Warmth");
        assertThat(visitor.page(right + "/sessions").select(named("moved-notes") + " a"))
                .hasSize(1);
        Document signedThere = visitor.send(copy.expectFirst(named("note")), Map.of("factor", "demo"));
        assertThat(signedThere.expectFirst(named("signed-by")).text()).contains("Signed by demo");
    }

    @Test
    void test2_tapThatComesAfterSigning_isShownAsThat(Wire visitor) {
        visitor.signIn();
        Document closing = closed(visitor, client(visitor, "Late Tap"));
        String session = path(closing);
        Document signed = visitor.send(closing.expectFirst(named("note")), Map.of("factor", "demo"));
        assertThat(signed.select(named("after-signing"))).isEmpty();
        Connection.Response late = visitor.json(
                session + "/marks",
                "{\"id\": \"%s\", \"at\": \"%s\", \"kind\": \"stillpoint\"}"
                        .formatted(UUID.randomUUID(), Instant.now().minusSeconds(3600)));
        assertThat(late.statusCode()).isEqualTo(200);
        Document after = visitor.page(session);
        assertThat(after.expectFirst(named("after-signing")).text()).contains("Stillpoint");
        assertThat(after.expectFirst(named("note-signed")).text()).doesNotContain("Stillpoint");
        assertThat(after.expectFirst(named("marks")).text()).doesNotContain("Stillpoint");
    }
}
