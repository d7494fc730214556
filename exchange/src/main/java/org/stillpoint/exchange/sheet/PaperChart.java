package org.stillpoint.exchange.sheet;

import com.openhtmltopdf.extend.FSObjectDrawer;
import java.util.Locale;
import java.util.Map;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Paper;
import org.stillpoint.chart.Shape;
import org.w3c.dom.Element;

/** A chart on a page: its shapes are drawn as one figure with words for whoever does not see it; its own words stay text. */
final class PaperChart {

    static final String RULES = """
            .chart { position: relative; margin: 0.7em 0 0.2em 0; page-break-inside: avoid; }
            .label { position: absolute; font-size: 7.5pt; line-height: 12px; color: #5C6670; white-space: nowrap; }
            .middle { text-align: center; }
            .end { text-align: right; }
            """;

    private static final int LABEL_REACH = 60;

    private PaperChart() {}

    /** @param scale of the page's units to the chart's */
    static void place(PaperElements page, Element parent, Chart chart, double scale) {
        Element box = page.add(parent, "div", "chart", "");
        box.setAttribute("style", String.format(Locale.ROOT, "height:%.1fpx", chart.height() * scale));
        page.draw(box, chart.description(), chart.width() * scale, chart.height() * scale, drawer(chart));
        for (Shape.Text label : chart.labels()) {
            double x = label.x() * scale
                    - switch (label.anchor()) {
                        case START -> 0;
                        case MIDDLE -> LABEL_REACH;
                        case END -> 2 * LABEL_REACH;
                    };
            Element text =
                    page.add(box, "span", "label " + label.anchor().name().toLowerCase(Locale.ROOT), label.text());
            text.setAttribute(
                    "style",
                    String.format(
                            Locale.ROOT,
                            "left:%.1fpx;top:%.1fpx;width:%dpx",
                            x,
                            label.y() * scale - 10,
                            (label.anchor() == Shape.Anchor.START ? 4 : 2) * LABEL_REACH));
        }
    }

    private static FSObjectDrawer drawer(Chart chart) {
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) (width / dotsPerPixel),
                    (float) (height / dotsPerPixel),
                    graphics -> Paper.draw(chart, graphics, width / dotsPerPixel / chart.width()));
            return Map.of();
        };
    }
}
