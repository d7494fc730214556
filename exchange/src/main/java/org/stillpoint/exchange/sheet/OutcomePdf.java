package org.stillpoint.exchange.sheet;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.stillpoint.words.Speaker;

/**
 * Prints an {@link OutcomeSheet} on exactly one page of A4: tagged for those who listen to it, with its fonts inside. Nothing is read
 * from or written to anywhere else.
 */
public final class OutcomePdf {

    private OutcomePdf() {}

    /**
     * The page as the bytes of a PDF file.
     *
     * @param speaker of the language in which the sheet was said
     */
    public static byte[] of(OutcomeSheet sheet, Speaker speaker) {
        SheetPage.PageFit tightest = SheetPage.PageFit.ALL.getLast();
        for (SheetPage.PageFit fit : SheetPage.PageFit.ALL) {
            byte[] printed = print(sheet, fit, speaker, fit == tightest);
            if (printed.length > 0) {
                return printed;
            }
        }
        throw new IllegalStateException("the tightest page was not printed");
    }

    /** The file, or nothing where it would not be one page. */
    private static byte[] print(OutcomeSheet sheet, SheetPage.PageFit fit, Speaker speaker, boolean anyway) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (PdfBoxRenderer renderer =
                PaperFile.of(SheetPage.of(sheet, fit, speaker)).toStream(bytes).buildPdfRenderer()) {
            renderer.layout();
            if (renderer.getRootBox().getLayer().getPages().size() > 1 && !anyway) {
                return new byte[0];
            }
            renderer.createPDF();
            return bytes.toByteArray();
        } catch (IOException nowhereToFail) {
            throw new UncheckedIOException(nowhereToFail);
        }
    }
}
