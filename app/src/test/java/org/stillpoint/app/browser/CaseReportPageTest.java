package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.Year;
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

/** A case report over the wire: none without the client's consent, none before every passage that may name somebody was read, and nobody in it. */
@ExtendWith(PracticeExtension.class)
class CaseReportPageTest {

    private static String added(Wire visitor, String name, String research) {
        Document added = visitor.signIn()
                .send(
                        visitor.page("/clients/new").expectFirst("main form"),
                        Map.of(
                                "name",
                                name,
                                "yearOfBirth",
                                String.valueOf(Year.now().getValue() - 45)));
        String client = URI.create(added.location()).getPath();
        visitor.send(
                visitor.page(client + "/consent/sign").expectFirst(named("paper")),
                Map.of("CONTACT_BY_EMAIL", "no", "RESEARCH_USE", research, "typed", name));
        return client;
    }

    /** Told of their life, asked before, and after a session in which a memory came up and something let go. */
    private static void lived(Wire visitor, String client) {
        visitor.send(
                visitor.page(client + "/events/new").expectFirst("main form"),
                Map.of("mechanism", "Fell into the quarry pond", "kind", "INJURY", "yearsAgo", "5", "felt", "Fear"));
        said(visitor, client, "7", "");
        Document live = visitor.send(
                visitor.page(client + "/sessions/new").expectFirst("main form"), Wire.nothingFound("start"));
        String session = URI.create(live.location()).getPath();
        for (String mark : new String[] {
            "\"kind\":\"engaged\",\"site\":\"X206\"",
            "\"kind\":\"release\",\"site\":\"X206\",\"value\":0.5",
            "\"kind\":\"memory\""
        }) {
            assertThat(visitor.json(
                                    session + "/marks",
                                    "{\"id\":\"%s\",\"at\":\"%s\",%s}"
                                            .formatted(UUID.randomUUID(), Instant.now(), mark))
                            .statusCode())
                    .as(mark)
                    .isEqualTo(200);
        }
        visitor.send(visitor.page(session).expectFirst("form[action$=/end]"), Map.of());
        said(visitor, client, "4", "Since Nora fell my neck is sore.");
    }

    private static void said(Wire visitor, String client, String pain, String worse) {
        visitor.send(
                visitor.page(client + "/check-in").expectFirst("main form"),
                Map.of("pain", pain, "stress", "1", "tension", "1", "anxiety", "1", "worse", worse));
    }

    private static String text(Connection.Response pdf) throws IOException {
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains("case-report.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.bodyAsBytes())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Case report");
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Element ticked(Document page, String... names) {
        Element form = page.expectFirst("form" + named("case-report"));
        for (String name : names) {
            form.expectFirst("[name=" + name + "]").attr("checked", "");
        }
        return form;
    }

    @Test
    void report_isMadeOnceEachPassageWasMendedOrRead_andSaysNobodysNameAndNothingOfTheirStory(Wire visitor)
            throws IOException {
        String client = added(visitor, "Nora Quillfeather", "yes");
        lived(visitor, client);
        String address = visitor.page(client + "/about")
                .expectFirst(named("case-report"))
                .attr("href");
        Document page = visitor.page(address);
        assertThat(page.expectFirst(named("report-says")).text())
                .contains(
                        "5. Patient information",
                        "Week 1",
                        "session 1",
                        "Released 50%",
                        "pain 7 in the check-in before it")
                .doesNotContain("Nora", "quarry", "sore", "Memory");
        assertThat(page.expectFirst("#worse").text()).contains("Since Nora fell my neck is sore.");

        Map<String, String> typed =
                Map.of("title", "Neck pain", "introduction", "Seen with Nora on 3 March.", "sex", "female");
        Connection.Response bare = visitor.post(ticked(page), typed);
        assertThat(bare.statusCode()).isEqualTo(400);
        assertThat(bare.parse().expectFirst("#agreed-problem").hasAttr("hidden"))
                .isFalse();

        Connection.Response unread = visitor.post(ticked(page, "agreed"), typed);
        assertThat(unread.statusCode()).isEqualTo(400);
        Document review = unread.parse();
        assertThat(review.select(named("may-name") + " mark").eachText()).containsExactly("Nora", "3 March", "Nora");
        assertThat(review.expectFirst(named("may-name")).text()).contains("Since Nora fell my neck is sore.");

        assertThat(visitor.post(ticked(review, "read"), Map.of("discussion", "Nora is well."))
                        .statusCode())
                .as("what came since was not read")
                .isEqualTo(400);
        Connection.Response made = visitor.post(
                ticked(review), Map.of("introduction", "Seen in spring.", "worse", "Week 1: “My neck is sore.”"));
        assertThat(text(made))
                .contains(
                        "Neck pain: case report",
                        "CARE (2013)",
                        "2. Key words",
                        "Sex: female.",
                        "40 to 49 years",
                        "Released 50%",
                        "My neck is sore.",
                        "12. Patient perspective Not reported.",
                        "13. Informed consent The client has read this report",
                        "said yes to research")
                .doesNotContain("Nora", "quarry", "Fear", "Memory", client.substring(client.lastIndexOf('/') + 1));
        assertThat(text(visitor.post(ticked(review, "read"), Map.of()))).contains("Seen with Nora on 3 March.");
    }

    @Test
    void report_ofWhoSaidNoToResearch_isRefused_howeverItIsAskedFor(Wire visitor) {
        String client = added(visitor, "Olga Says No", "no");
        lived(visitor, client);
        Document page = visitor.page(client + "/case-report");
        assertThat(page.expectFirst(named("report-refused")).text()).contains("said no to research");
        assertThat(page.select("form" + named("case-report"))).isEmpty();

        Element form = visitor.page(client + "/letter").expectFirst("form" + named("letter"));
        form.attr("action", client + "/case-report");
        Connection.Response refused = visitor.post(form, Map.of("title", "Neck", "agreed", "yes"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("text/html");
    }

    @Test
    void report_beforeASession_isRefused(Wire visitor) {
        String client = added(visitor, "Not Yet Seen", "yes");
        assertThat(visitor.page(client + "/case-report")
                        .expectFirst(named("report-refused"))
                        .text())
                .contains("No session has ended yet");
    }
}
