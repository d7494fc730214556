package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A letter to another clinician over the wire: nothing leaves without the client's agreement, and nothing of their story leaves at all. */
@ExtendWith(PracticeExtension.class)
class LetterPageTest {

    private static String told(Wire visitor, String name) {
        Document added =
                visitor.signIn().send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        String client = URI.create(added.location()).getPath();
        Element event = visitor.page(client + "/events/new").expectFirst("main form");
        visitor.send(
                event,
                Map.of("mechanism", "Fell into the quarry pond", "kind", "INJURY", "yearsAgo", "5", "felt", "Fear"));
        visitor.send(
                visitor.page(client + "/check-in").expectFirst("main form"),
                Map.of("pain", "3", "stress", "1", "tension", "1", "anxiety", "1", "worse", "My neck is sore."));
        return client;
    }

    private static String text(Connection.Response pdf) throws IOException {
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(pdf.bodyAsBytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void letter_isMadeOnceTheClientAgrees_andSaysNothingOfTheirStory(Wire visitor) throws IOException {
        String client = told(visitor, "Lena Of The Letter");
        String address =
                visitor.page(client + "/about").expectFirst(named("letter")).attr("href");
        Document page = visitor.page(address);
        assertThat(page.expectFirst(named("letter-says")).text())
                .contains("No session was held", "My neck is sore.", "is not written yet", "None was told")
                .doesNotContain("quarry");
        Element form = page.expectFirst("form" + named("letter"));
        Map<String, String> typed = Map.of(
                "to", "other", "other", "Dr Weber\nMill Lane 3", "question", "May her neck be seen?", "from", "Mara");

        Connection.Response unagreed = visitor.post(form, typed);
        assertThat(unagreed.statusCode()).isEqualTo(400);
        Document again = unagreed.parse();
        assertThat(again.expectFirst("#agreed-problem").hasAttr("hidden")).isFalse();
        assertThat(again.expectFirst("#question").text()).isEqualTo("May her neck be seen?");

        Element agreed = again.expectFirst("form" + named("letter"));
        agreed.expectFirst("[name=agreed]").attr("checked", "");
        assertThat(text(visitor.post(agreed, Map.of())))
                .contains(
                        "Lena Of The Letter",
                        "Dr Weber Mill Lane 3",
                        "May her neck be seen?",
                        "My neck is sore.",
                        "is a hypothesis",
                        "Mara")
                .doesNotContain("quarry", "How it goes");
    }

    @Test
    void letter_toNobody_isRefused(Wire visitor) {
        String client = told(visitor, "Writes To Nobody");
        Element form = visitor.page(client + "/letter").expectFirst("form" + named("letter"));
        Connection.Response refused = visitor.post(form, Map.of("to", "other", "other", " ", "agreed", "yes"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Please say to whom it goes.");
    }
}
