package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillpoint.practice.casereport.TrialItem;

/** A report by the items of CENT over the wire: of a plan drawn by lot, or of a diary that says it is no trial; gaps are told as gaps. */
@ExtendWith(PracticeExtension.class)
class TrialReportPageTest {

    private static String added(Wire visitor, String name, String research) {
        Document added =
                visitor.signIn().send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        String client = URI.create(added.location()).getPath();
        visitor.send(
                visitor.page(client + "/consent/sign").expectFirst(named("paper")),
                Map.of("CONTACT_BY_EMAIL", "no", "RESEARCH_USE", research, "typed", name));
        return client;
    }

    private static String text(Connection.Response pdf) throws IOException {
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains("trial-report.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.bodyAsBytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Element agreed(Document page) {
        Element form = page.expectFirst("form" + named("trial-report"));
        form.expectFirst("[name=agreed]").attr("checked", "");
        return form;
    }

    @Test
    void report_ofADiary_saysThatItIsNoTrial_numbersEachItem_andTellsGaps(Wire visitor) throws IOException {
        String client = added(visitor, "Petra Quillfeather", "yes");
        visitor.send(
                visitor.page(client + "/check-in").expectFirst("main form"),
                Map.of("pain", "6", "stress", "1", "tension", "1", "anxiety", "1"));
        Document live = visitor.send(
                visitor.page(client + "/sessions/new").expectFirst("main form"), Wire.nothingFound("start"));
        visitor.send(visitor.page(URI.create(live.location()).getPath()).expectFirst("form[action$=/end]"), Map.of());

        Document page = visitor.page(visitor.page(client + "/how-it-goes")
                .expectFirst(named("trial-report"))
                .attr("href"));
        assertThat(page.expectFirst(named("about-report")).text())
                .contains("single-case diary (SCRIBE 2016) and not a randomised trial");
        Connection.Response unread = visitor.post(agreed(page), Map.of("background", "Petra had pain."));
        assertThat(unread.statusCode()).isEqualTo(400);
        Document review = unread.parse();
        assertThat(review.select(named("may-name") + " mark").eachText()).containsExactly("Petra");

        String report = text(visitor.post(agreed(review), Map.of("background", "Little is known.")));
        assertThat(report)
                .contains(
                        "Single-case diary",
                        "not a randomised trial",
                        "2a.1. Background Little is known.",
                        "8a. How the order was drawn Nothing was drawn by lot.",
                        "11a. Blinding Nobody was blind.",
                        "Mean of a period",
                        "25. Funding Not reported",
                        "No red flag was told.")
                .doesNotContain("Petra", "Quillfeather", client.substring(client.lastIndexOf('/') + 1));
        Arrays.stream(TrialItem.values()).forEach(item -> assertThat(report).contains(" " + item.number() + ". "));
    }

    @Test
    void report_ofAPlanDrawnByLot_tellsHowItWasDrawnAndSealed_andNoDate(Wire visitor) throws IOException {
        String client = added(visitor, "Rolf Quillfeather", "yes");
        visitor.send(
                visitor.page(client + "/plan").select("main form").last(),
                Map.of("first", LocalDate.now().plusDays(3).toString(), "kind", "PAIRS", "least", "5", "count", "3"));
        Document page = visitor.page(visitor.page(client + "/plan")
                .expectFirst(named("trial-report"))
                .attr("href"));

        assertThat(text(visitor.post(agreed(page), Map.of())))
                .contains(
                        "N-of-1 trial of somato-emotional release",
                        "Item numbers of CENT (2015)",
                        "Drawn from 8 possible plans",
                        "The program drew, and nobody chose.",
                        "Week 1 to Week",
                        "13a.1. Periods completed The plan is not over yet.")
                .containsPattern("That was [23] days before the first day of the plan")
                .doesNotContain("Rolf")
                .doesNotContainPattern(
                        "\\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)");
    }

    @Test
    void report_ofWhoSaidNoToResearch_isRefused(Wire visitor) {
        String client = added(visitor, "Says No Quillfeather", "no");
        assertThat(visitor.page(client + "/trial-report")
                        .expectFirst(named("report-refused"))
                        .text())
                .contains("said no to research");
    }
}
