package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Version;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.InkStroke.InkPoint;

/** A signed paper in print: the signed text word for word, the strokes, the signer, the fingerprint. */
class SignedPaperPdfTest {
    private static final ConsentDocument READ = new ConsentDocument(
            new Version(4),
            List.of(
                    new ConsentPart(
                            ConsentBlock.TALK_AND_IMAGERY,
                            "Talk, images & memories",
                            "They may be inaccurate.\n" + "You may say nothing. <b>At all.</b> ".repeat(60)),
                    new ConsentPart(
                            ConsentBlock.OWN_WORDS,
                            "What this practice adds",
                            String.join("\n", Collections.nCopies(60, "A line of our own, Grüße, naïve.")))));

    private static byte[] printed(List<InkStroke> strokes) {
        return SignedPaperPdf.of(
                new SignedPaper(
                        "Consent",
                        READ,
                        List.of("Research: No"),
                        List.of("Signed by Ann Example.", "Signed on 29 November 2026, 10:00."),
                        strokes,
                        "Signed by hand.",
                        "Withdrawn on 1 December 2026.",
                        List.of("Fingerprint: " + READ.hash())),
                Locale.ENGLISH);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void paper_saysTheSignedTextWordForWord_overAsManyPagesAsItTakes() throws IOException {
        try (PDDocument document = Loader.loadPDF(printed(List.of()))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(plain(new PDFTextStripper().getText(document)))
                    .isEqualTo(plain("Consent Withdrawn on 1 December 2026. " + READ.text()
                            + " Research: No Signed by Ann Example. Signed on 29 November 2026, 10:00. Fingerprint: "
                            + READ.hash()));
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Consent"); // no name in it
        }
    }

    @Test
    void strokes_areDrawn() throws IOException {
        InkStroke across = new InkStroke(List.of(new InkPoint(0, 0), new InkPoint(1000, 300)));
        assertThat(dark(printed(List.of(across)))).isGreaterThan(dark(printed(List.of())));
    }

    /** How many points of the last page are dark. */
    private static long dark(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImage(document.getNumberOfPages() - 1);
            long dark = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    if ((image.getRGB(x, y) & 0xFF) < 64) {
                        dark++;
                    }
                }
            }
            return dark;
        }
    }
}
