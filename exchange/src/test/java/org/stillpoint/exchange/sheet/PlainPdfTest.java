package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.sheet.PlainSheet.PaperSize;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;

/** A printed text: every word of it, on as many pages as it takes, and nothing that could become markup. */
class PlainPdfTest {

    private static PDDocument printed(List<PlainPart> parts, PaperSize paper) throws IOException {
        return Loader.loadPDF(PlainPdf.of(
                new PlainSheet(
                        "Note",
                        "<b>Ana</b> & Marin",
                        "made up",
                        "29 November 2026",
                        List.of("Session of 29 Oct 2026"),
                        parts,
                        List.of("Signed by sam."),
                        paper),
                Locale.UK));
    }

    @Test
    void sheet_holdsEveryWord_andIsTagged_inItsLanguage() throws IOException {
        try (PDDocument document =
                printed(List.of(new PlainPart("O: Found", List.of("Neck, left:\nwarmth."), false)), PaperSize.A5)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("<b>Ana</b> & Marin", "made up", "29 November 2026", "Session of 29 Oct 2026")
                    .contains("O: Found Neck, left: warmth.", "Signed by sam.");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Note");
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(419f, 420.5f); // A5: 148 mm, ISO 216
        }
    }

    @Test
    void longText_takesFurtherPages_andLosesNothing() throws IOException {
        List<String> much = Collections.nCopies(120, "What the client said goes on and on.");
        try (PDDocument document = printed(List.of(new PlainPart("S", much, true)), PaperSize.A4)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document).split("goes on and on", -1))
                    .hasSize(121);
        }
    }
}
