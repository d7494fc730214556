package org.stillpoint.exchange.sheet;

import com.openhtmltopdf.extend.FSObjectDrawer;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.InkStroke.InkPoint;
import org.w3c.dom.Element;

/** Prints a {@link SignedPaper}: its text is the signed text, on as many pages as it takes. */
public final class SignedPaperPdf {
    /** The field of the signature on paper, px. */
    private static final int WIDTH = 300;

    private static final int HEIGHT = WIDTH * InkStroke.HEIGHT / InkStroke.WIDTH;

    /** Of a pen, in the units of the field. */
    private static final float LINE = 6;

    private static final double SIZE = 10.5;

    private SignedPaperPdf() {}

    /** The pages as the bytes of a PDF file. */
    public static byte[] of(SignedPaper paper, Locale language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try {
            PaperFile.of(page(paper, language)).toStream(bytes).run();
            return bytes.toByteArray();
        } catch (IOException nowhereToFail) {
            throw new UncheckedIOException(nowhereToFail);
        }
    }

    private static PaperElements page(SignedPaper paper, Locale language) {
        PaperElements page = new PaperElements();
        Element body = page.body(language, paper.title(), paper.title(), SheetStyle.of(SIZE));
        page.add(page.add(body, "div", "top", ""), "h1", "", paper.title());
        if (!paper.withdrawn().isEmpty()) {
            page.add(body, "p", "sentence", paper.withdrawn());
        }
        for (ConsentPart part : paper.document().parts()) {
            Element block = page.add(body, "div", "part", "");
            page.add(block, "h2", "", part.title());
            part.text().lines().forEach(line -> page.add(block, "p", "", line));
        }
        lines(page, body, "part", paper.answers());
        Element end = page.add(body, "div", "signing", "");
        if (!paper.strokes().isEmpty()) {
            page.draw(end, paper.alternative(), WIDTH, HEIGHT, drawer(paper.strokes()));
        }
        lines(page, end, "", paper.signed());
        lines(page, end, "small", paper.proof());
        page.end(body, language);
        return page;
    }

    private static void lines(PaperElements page, Element parent, String look, List<String> lines) {
        Element part = page.add(parent, "div", look, "");
        lines.forEach(line -> page.add(part, "p", "", line));
    }

    private static FSObjectDrawer drawer(List<InkStroke> strokes) {
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) (width / dotsPerPixel),
                    (float) (height / dotsPerPixel),
                    graphics -> draw(strokes, graphics, width / dotsPerPixel / InkStroke.WIDTH));
            return Map.of();
        };
    }

    private static void draw(List<InkStroke> strokes, Graphics2D graphics, double scale) {
        graphics.scale(scale, scale);
        graphics.setStroke(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (InkStroke stroke : strokes) {
            Path2D path = new Path2D.Double();
            InkPoint first = stroke.points().getFirst();
            path.moveTo(first.x(), first.y());
            stroke.points().forEach(point -> path.lineTo(point.x(), point.y()));
            graphics.draw(path);
        }
    }
}
