package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the practice as a whole has seen, on paper. */
@ExtendWith(PracticeExtension.class)
class PracticeReportTest {

    @Test
    void report_saysWhatThePageSays_andNamesNobody(Wire visitor) throws IOException {
        Document page = visitor.signIn().page("/practice");
        List<String> names = page.select("[data-name^=group-] .name").eachText();
        assertThat(names).isNotEmpty();

        Connection.Response paper =
                visitor.get(page.expectFirst(named("report")).attr("href"));

        assertThat(paper.contentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(paper.bodyAsBytes())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Practice report", "Nobody is named on this paper.", "They cannot show why.")
                    .contains(page.expectFirst(named("sentence")).text())
                    .contains(
                            "What is measured",
                            "Who stayed and who stopped: "
                                    + page.select(named("measured") + " td.number")
                                            .eachText()
                                            .getLast());
            assertThat(names).noneMatch(text::contains);
        }
    }
}
