package org.stillpoint.exchange.sheet;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.util.EnumSet;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A page of elements on its way to paper: tagged for those who listen to it, with its fonts inside. Nothing else is read or written. */
final class PaperFile {

    private static final String FACE = "Source Sans 3";

    static {
        XRLog.setLoggingEnabled(false); // it would name the page's own text
        FontMappers.set(new OwnFonts());
    }

    private PaperFile() {}

    static PdfRendererBuilder of(PaperElements page) {
        PdfRendererBuilder paper = new PdfRendererBuilder()
                .withW3cDocument(page.page(), "")
                .useObjectDrawerFactory(page.drawers())
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useFont(OwnFonts::regular, FACE, 400, FontStyle.NORMAL, true)
                .useFont(OwnFonts::semibold, FACE, 600, FontStyle.NORMAL, true)
                .useReplacementText(PaperLetters.SIGN)
                .useUnicodeBidiSplitter(PaperDirection.PaperStretches::new)
                .useUnicodeBidiReorderer(new PaperDirection())
                .usePdfUaAccessibility(true)
                .withProducer("Stillpoint");
        for (FallbackFont font : page.fonts()) {
            paper.useFont(font::open, font.face(), 400, FontStyle.NORMAL, true, EnumSet.of(FSFontUseCase.FALLBACK_PRE));
        }
        return paper;
    }
}
