package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
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
    void part_withAChart_isAFigureWithWords_andItsLabelsStayText() throws IOException {
        try (PDDocument document = printed(
                List.of(
                        new PlainPart("17a.1", List.of("Period 1"), false, Optional.of(OutcomePdfTest.chart())),
                        new PlainPart("17b", List.of("Period 2"), false, Optional.of(OutcomePdfTest.chart()))),
                PaperSize.A4)) {
            assertThat(figures(
                            document.getDocumentCatalog().getStructureTreeRoot().getKids()))
                    .containsExactly(
                            "Pain from 1 Oct 2026 to 3 Nov 2026, 0 to 10",
                            "Pain from 1 Oct 2026 to 3 Nov 2026, 0 to 10");
            assertThat(new PDFTextStripper().getText(document)).contains("each check-in", "without sessions", "10");
        }
    }

    /** What is said for each. */
    private static List<String> figures(List<Object> kids) {
        return kids.stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(element -> element.getStructureType().equals("Figure")
                        ? Stream.of(element.getAlternateDescription())
                        : figures(element.getKids()).stream())
                .toList();
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
