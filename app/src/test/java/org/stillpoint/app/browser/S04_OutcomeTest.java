package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How it goes, the practice, the field and the forecasts, over the wire of the demo practice: what is written, asked and refused. */
@ExtendWith(PracticeExtension.class)
class S04_OutcomeTest {

    /** The sentence first; whoever got worse is named on the practice's page. */
    @Test
    void practice_namesWhoGotWorseAndWhoStopped(Wire visitor) {
        Document practice = visitor.signIn().page("/practice");
        assertThat(practice.expectFirst(named("sentence")).text()).contains("got clearly worse");
        assertThat(practice.expectFirst(named("group-worse")).text()).contains("Sana Haddad");
        assertThat(practice.select("[data-name^=group-]").eachAttr("data-name"))
                .first()
                .isEqualTo("group-worse");
        assertThat(practice.select(named("stopped"))).isNotEmpty();
        assertThat(practice.select(named("plans") + " tbody tr").text()).contains("as planned", "nothing can be read");
        assertThat(practice.select(named("measured") + " tbody th").eachText())
                .hasSize(6)
                .startsWith("Pain", "Physical functioning");
        assertThat(practice.expectFirst(named("likely")).text()).contains("No page says \"likely\" yet");
        assertThat(practice.select(named("cannot-be-answered"))).isNotEmpty();
        Document sana = visitor.page(
                practice.expectFirst(named("group-worse") + " a.row").attr("href"));
        assertThat(sana.expectFirst(named("was-worse")).text()).contains("Since the first session");
    }

    /** One figure a person: the line of the chart says what the sentence says, and the other method stands in its explanation alone. */
    @Test
    void practice_hasOneFigureAPerson_andTheOtherMethodInItsExplanation(Wire visitor) {
        Document practice = visitor.signIn().page("/practice");
        Element explained = practice.expectFirst(named("worked-out"));
        assertThat(explained.hasAttr("open")).isFalse();
        assertThat(explained.select("tbody tr")).isNotEmpty().allSatisfy(row -> {
            String figures = row.expectFirst("td").text(); // −2.1 (−3.6 to −0.6)
            assertThat(figures).matches("−?\\d+\\.\\d \\(−?\\d+\\.\\d to −?\\d+\\.\\d\\)");
            String sentence = practice.expectFirst("a.row:has(.name:containsOwn("
                            + row.expectFirst("th").text() + ")) .line-sentence")
                    .text();
            assertThat(sentence).containsPattern(" was " + points(figures) + " points? (lower|higher) afterwards");
            assertThat(practice.select("figure text").eachText()).contains(figures);
        });
    }

    /** "−2.1 (…" as a sentence says it: 2.1, and 2 for 2.0. */
    private static String points(String figures) {
        return figures.replaceFirst("^−?(\\d+\\.\\d) .*", "$1")
                .replaceFirst("\\.0$", "")
                .replace(".", "\\.");
    }

    /** The sentence, the chart and plain rows, then what was worse; what it rests on is folded, once. */
    @Test
    void howItGoes_saysWhatWasWorseSecond_andWhereItKnowsFromOnce(Wire visitor) {
        Document sana = visitor.signIn().page(visitor.client("Sana Haddad") + "/how-it-goes");
        assertThat(sana.expectFirst(named("sentence")).text()).doesNotContain("(MDC");
        assertThat(sana.select(named("plain-rows") + " > div")).hasSizeBetween(1, 4);
        assertThat(sana.expectFirst(named("plain-rows")).text()).doesNotContain("doi", "MDC");
        assertThat(sana.select("main h2").eachText().getFirst()).isEqualTo("What was worse");
        assertThat(sana.select("main details:has(" + named("figures") + ")")).hasSize(1);
        assertThat(sana.select("main details details")).isEmpty();
        assertThat(sana.select("section[aria-labelledby=unknown-title] li")).hasSizeGreaterThan(2);
    }

    /** The guess is entered before the model's forecast is anywhere on the page, and sending it twice seals one. */
    @Test
    void forecast_isShownOnlyAfterTheOwnGuessIsSealed(Wire visitor) {
        String joost = visitor.signIn().client("Joost Veen");
        Document asked = visitor.page(joost + "/forecast");
        assertThat(asked.text()).doesNotContain("Last value");
        Document refused = visitor.send(form(asked), Map.of());
        assertThat(refused.expectFirst("#guess-problem").text()).contains("Not answered yet");
        Map<String, String> guess = Map.of("guess", "4", "chance", "5");
        Document sealed = visitor.send(form(refused), guess);
        assertThat(sealed.expectFirst(named("own-guess")).text()).contains("Pain of");
        assertThat(sealed.select("tbody tr")).hasSize(5);
        assertThat(sealed.text()).contains("Open: it will be resolved on");
        // The same sent again, as a browser does where an answer was lost: one forecast, not two.
        assertThat(visitor.send(form(refused), guess).location()).isEqualTo(sealed.location());
    }

    /** Having seen the model's forecast, nobody guesses unseen again; Today asks until it is sealed. */
    @Test
    void today_offersTheForecastToSeal_untilItIsSealed(Wire visitor) {
        String marco = visitor.signIn().client("Marco Pohl");
        String toSeal = "a" + named("to-seal") + "[href^='" + marco + "']";
        assertThat(visitor.page("/").select(toSeal)).as("of nobody who comes").isEmpty();
        visitor.send(
                visitor.page(marco + "/appointments").expectFirst(named("book")),
                Map.of("day", LocalDate.now().toString(), "time", "12:00"));
        assertThat(visitor.page("/").select(named("hours") + " " + toSeal)).hasSize(1);
        Map<String, String> guess = Map.of("guess", "4", "chance", "5");
        visitor.send(form(visitor.page(marco + "/forecast")), guess);
        Document again = visitor.send(form(visitor.page(marco + "/forecast")), guess);
        assertThat(again.expectFirst("#day-problem").text()).contains("sealed already");
        Document today = visitor.page("/");
        assertThat(today.select(toSeal)).isEmpty();
        assertThat(today.select(named("hour") + " a.row[href=" + marco + "]")).hasSize(1);
    }

    @Test
    void plan_isDrawnOnceAndShown(Wire visitor) {
        String ida = visitor.signIn().client("Ida Lind");
        Document refused = visitor.send(form(visitor.page(ida + "/plan")), Map.of("count", "0"));
        assertThat(refused.expectFirst("#count-problem").hasAttr("hidden")).isFalse();
        Document drawn = visitor.send(form(refused), Map.of("count", "20"));
        assertThat(drawn.text()).contains("drawn from 20 possible days");
        assertThat(drawn.expectFirst(named("another-plan")).hasAttr("open")).isFalse();
        Document again = visitor.send(form(drawn), Map.of("count", "21"));
        assertThat(again.expectFirst("#stops-problem").hasAttr("hidden")).isFalse();
        assertThat(again.text()).doesNotContain("21 possible days");
        assertThat(visitor.send(form(again), Map.of("stops", "She moves house."))
                        .text())
                .contains("Stopped: She moves house.", "drawn from 21 possible days");
        assertThat(visitor.page(ida + "/how-it-goes").text()).contains("The test comes when the plan is over");
    }

    /** Without, with, without, with: the order is fixed, the days of change are drawn. */
    @Test
    void plan_ofFourPhases_isDrawn(Wire visitor) {
        String nils = visitor.signIn().client("Nils Arvo");
        Document drawn =
                visitor.send(form(visitor.page(nils + "/plan")), Map.of("kind", "PHASES", "least", "7", "count", "3"));
        assertThat(drawn.text()).contains("Drawn from 20 possible plans");
    }

    @Test
    void field_takesAStudy_andSaysWhatIsWrongWithOne(Wire visitor) {
        Document field = visitor.signIn().page("/practice/field");
        assertThat(field.expectFirst(named("sentence")).text()).contains("No randomised trial");
        Document refused = visitor.send(
                field.expectFirst(named("add-study")),
                Map.of(
                        "name", "Made-up 2025",
                        "year", "2025",
                        "condition", "neck pain",
                        "comparison", "sham",
                        "outcome", "pain, week 8",
                        "source", "made up for this test",
                        "effect", "-0.2",
                        "low", "0.3",
                        "high", "0.5"));
        assertThat(refused.expectFirst("#kind-problem").text()).contains("Choose one");
        refused = visitor.send(refused.expectFirst(named("add-study")), Map.of("kind", "SMD"));
        assertThat(refused.expectFirst("#low-problem").text()).contains("around the effect");
        Document ratio = visitor.send(
                refused.expectFirst(named("add-study")), Map.of("effect", "2.02", "low", "0.48", "high", "8.56"));
        assertThat(ratio.expectFirst("#kind-problem").text()).contains("fits as a ratio");
        Document added = visitor.send(refused.expectFirst(named("add-study")), Map.of("low", "-0.9"));
        assertThat(added.expectFirst(named("added")).text()).contains("Made-up 2025");
        assertThat(added.expectFirst(named("together")).text()).contains("These 2 single studies together");
        assertThat(added.expectFirst(named("pooled")).text()).contains("Paule-Mandel");
        Document removed = visitor.send(added.expectFirst(named("added") + " form"), Map.of());
        assertThat(removed.select(named("none-added"))).hasSize(1);
    }

    /** The page on paper: one sheet, the words of the page, and no name in the address or the file's name. */
    @Test
    void howItGoes_savedAsPdf_saysTheSameOnOnePage(Wire visitor, RunningPractice practice) throws IOException {
        Document emma = visitor.signIn().page(visitor.client("Emma Quist") + "/how-it-goes");
        String address = emma.expectFirst(named("pdf")).attr("href");
        assertThat(address).doesNotContain("Emma");
        Connection.Response saved = visitor.get(address);

        assertThat(saved.contentType()).isEqualTo("application/pdf");
        assertThat(saved.header("Cache-Control")).isEqualTo("no-store");
        assertThat(saved.header("Content-Disposition"))
                .startsWith("attachment; filename=\"how-it-goes-")
                .doesNotContain("Emma");
        assertThat(pages(saved)).isEqualTo(1);
        assertThat(words(saved))
                .contains(
                        "Emma Quist",
                        "made up",
                        emma.expectFirst(named("sentence")).text())
                .contains("False alarms of this very diary", "Generalised anxiety (GAD-7)")
                .contains("What had been forecast", "What cannot be known");
        // Who got worse has it on paper: the measures by name, and the client's own words.
        assertThat(words(visitor.get(visitor.client("Sana Haddad") + "/how-it-goes.pdf")))
                .contains("What was worse", "Since the first session: Pain; ", "(GAD-7)")
                .contains("More pain than before I came");

        Connection.Response denied = new Wire(practice.address()).get(address);
        assertThat(denied.contentType()).startsWith("text/html"); // the page for signing in
        assertThat(denied.body()).doesNotContain("Emma");
    }

    @Test
    void questionnaires_areTakenOneByOneAndAsATable_orNotAtAll(Wire visitor) {
        String pavel = visitor.signIn().client("Pavel Dorn");
        Document page = visitor.page(pavel + "/questionnaires");
        int before = page.select(named("kept") + " > li").size();
        Document refused =
                visitor.send(page.expectFirst(named("one-score")), Map.of("instrument", "phq9", "score", "28"));
        assertThat(refused.expectFirst("#score-problem").text()).contains("from 0 to 27");
        Document one = visitor.send(refused.expectFirst(named("one-score")), Map.of("score", "9"));
        assertThat(one.expectFirst(named("added")).text()).isEqualTo("1 score is saved.");
        assertThat(one.select(named("phq9"))).hasSize(1);

        Document wrong = visitor.send(
                one.expectFirst(named("score-table")),
                Map.of("table", "date,instrument,score\n2026-03-01,gad7,12\n2026-03-02,gad7,22\n"));
        assertThat(wrong.expectFirst(named("wrong")).text())
                .contains("row 3, column score: \"22\" is not between 0 and 21");
        assertThat(wrong.select(named("main-action"))).isEmpty();
        Document looked = visitor.send(
                one.expectFirst(named("score-table")),
                Map.of("table", "Tag;Fragebogen;Punkte\n01.03.2026;GAD-7;12\n02.03.2026;GAD-7;11\n"));
        assertThat(looked.expectFirst(named("read")).text()).contains("score: Punkte", "scores: 2");
        assertThat(visitor.page(pavel + "/questionnaires").select(named("kept") + " > li"))
                .hasSize(before + 1);
        Document both = visitor.send(looked.expectFirst(named("looked-at")), Map.of("do", "take"));
        assertThat(both.expectFirst(named("added")).text()).isEqualTo("2 scores are saved.");
        assertThat(both.select(named("kept") + " > li")).hasSize(before + 3);
        Document clash = visitor.send(
                both.expectFirst(named("score-table")),
                Map.of("table", "date,instrument,score\n2026-03-01,gad7,12\n2026-03-02,gad7,13\n"));
        assertThat(clash.expectFirst(named("wrong")).text()).contains("Row 3: 13 is another score than the 11");

        assertThat(visitor.page(pavel + "/how-it-goes?measure=gad7")
                        .expectFirst(named("figures"))
                        .text())
                .contains("4 points");
        Document removed = visitor.send(both.expectFirst(named("kept") + " form"), Map.of());
        assertThat(removed.select(named("kept") + " > li")).hasSize(before + 2);
    }

    private static Element form(Document page) {
        return page.expectFirst("main form");
    }

    private static int pages(Connection.Response pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bodyAsBytes())) {
            return document.getNumberOfPages();
        }
    }

    private static String words(Connection.Response pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bodyAsBytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
