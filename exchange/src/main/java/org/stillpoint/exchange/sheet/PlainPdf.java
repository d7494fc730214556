package org.stillpoint.exchange.sheet;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.w3c.dom.Element;

/** Prints a {@link PlainSheet}, on as many pages as it takes, their number on each: tagged, with its fonts inside. */
public final class PlainPdf {

    private static final String RULES = """
            @page { size: %s; margin: 16mm 16mm 18mm 16mm;
              @bottom-right { content: counter(page) " (" counter(pages) ")"; font-family: 'Source Sans 3'; font-size: 8pt; color: #5C6670; } }
            body { margin: 0; font-family: 'Source Sans 3'; font-size: %.1fpt; line-height: 1.4; color: #22262B; }
            p, h1, h2 { margin: 0; padding: 0; word-wrap: break-word; }
            h1 { font-size: 1.5em; font-weight: 600; line-height: 1.2; }
            h2 { font-size: 1.08em; font-weight: 600; color: #0F6B6B; margin-bottom: 0.2em; page-break-after: avoid; }
            .top { border-bottom: 1px solid #E2DDD3; padding-bottom: 0.5em; margin-bottom: 0.7em; }
            .made { float: right; color: #5C6670; padding: 0.4em 0 0 1em; }
            .beside { font-size: 0.6em; font-weight: 400; color: #7A4F0B; }
            .part { margin-top: 0.9em; }
            .part p { margin-bottom: 0.3em; }
            .struck { text-decoration: line-through; }
            .foot { margin-top: 1.4em; padding-top: 0.5em; border-top: 1px solid #E2DDD3; font-size: 0.86em; color: #5C6670; }
            """;

    private final PlainSheet sheet;
    private final PaperElements page = new PaperElements();

    private PlainPdf(PlainSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * The sheet as the bytes of a PDF file.
     *
     * @param language in which it was said
     */
    public static byte[] of(PlainSheet sheet, Locale language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        try (PdfBoxRenderer renderer = PaperFile.of(new PlainPdf(sheet).laidOut(language))
                .toStream(bytes)
                .buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDF();
            return bytes.toByteArray();
        } catch (IOException nowhereToFail) {
            throw new UncheckedIOException(nowhereToFail);
        }
    }

    private PaperElements laidOut(Locale language) {
        boolean small = sheet.paper() == PlainSheet.PaperSize.A5;
        Element body = page.body(
                language,
                sheet.title(),
                sheet.title(),
                String.format(Locale.ROOT, RULES, sheet.paper(), small ? 10.5 : 10.0) + PaperChart.RULES);
        Element top = page.add(body, "div", "top", "");
        if (!sheet.made().isEmpty()) {
            page.add(top, "div", "made", sheet.made());
        }
        Element name = page.add(top, "h1", "", sheet.name().isEmpty() ? sheet.title() : sheet.name());
        if (!sheet.beside().isEmpty()) {
            page.add(name, "span", "beside", " " + sheet.beside());
        }
        sheet.lead().forEach(text -> page.add(body, "p", "", text));
        for (PlainSheet.PlainPart part : sheet.parts()) {
            Element section = page.add(body, "div", "part", "");
            if (!part.title().isEmpty()) {
                page.add(section, "h2", "", part.title());
            }
            part.texts().stream()
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> page.add(section, "p", part.struck() ? "struck" : "", line));
            part.chart().ifPresent(chart -> PaperChart.place(page, section, chart, 1));
        }
        if (!sheet.foot().isEmpty()) {
            Element foot = page.add(body, "div", "foot", "");
            sheet.foot().forEach(text -> page.add(foot, "p", "", text));
        }
        page.end(body, language);
        return page;
    }
}
