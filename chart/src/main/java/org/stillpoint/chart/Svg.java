package org.stillpoint.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;

/** Writes charts as SVG 1.1: within a page, whose style sheet gives the colours, or as a file of its own. */
public final class Svg {

    private static final String FACE = "'Source Sans 3', 'Noto Sans', 'DejaVu Sans', sans-serif";

    private final StringBuilder out = new StringBuilder(4096);
    private final Function<Token, String> colour;

    private Svg(Function<Token, String> colour) {
        this.colour = colour;
    }

    /** The small picture beside the words of a key. */
    public static String key(Chart picture) {
        return page(picture, "chart-key");
    }

    /**
     * For a page that says in words, beside it, what it shows: hidden from those who listen, its letters as the page has them.
     *
     * @param look classes of the whole, blank-separated
     */
    public static String page(Chart chart, String look) {
        Svg svg = new Svg(Token::variable);
        svg.open(chart);
        svg.attribute("class", look);
        svg.out.append(" aria-hidden=\"true\" focusable=\"false\">");
        svg.parts(chart.parts());
        return svg.out.append("</svg>").toString();
    }

    /** A file of its own, with title and description for those who listen. */
    public static String file(Chart chart) {
        Chart whole = chart.standingAlone();
        Svg svg = new Svg(Token::hex);
        svg.open(whole);
        svg.attribute("xmlns", "http://www.w3.org/2000/svg");
        svg.attribute("role", "img");
        svg.attribute("aria-labelledby", "title desc");
        svg.attribute("font-family", FACE);
        svg.attribute("font-size", number(chart.size().letter()));
        svg.out.append(">\n<title id=\"title\">").append(escaped(chart.title()));
        svg.out.append("</title>\n<desc id=\"desc\">").append(escaped(chart.description()));
        svg.out.append("</desc>\n");
        svg.parts(whole.parts());
        return svg.out.append("</svg>\n").toString();
    }

    /** Writes the file, whole or not at all. */
    public static void write(Chart chart, Path file) throws IOException {
        Path half = Files.createTempFile(file.toAbsolutePath().getParent(), ".chart", ".svg");
        try {
            Files.writeString(half, file(chart), StandardCharsets.UTF_8);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void open(Chart chart) {
        out.append("<svg");
        attribute("viewBox", "0 0 " + number(chart.width()) + " " + number(chart.height()));
        attribute("width", number(chart.width()));
        attribute("height", number(chart.height()));
    }

    /** Neighbours of one look share a group, so that its colours are written once. */
    private void parts(List<Part> parts) {
        for (int i = 0; i < parts.size(); ) {
            Look look = parts.get(i).look();
            out.append("<g data-look=\"").append(look.key()).append('"');
            pen(look);
            out.append('>');
            for (; i < parts.size() && parts.get(i).look() == look; i++) {
                part(parts.get(i));
            }
            out.append("</g>\n");
        }
    }

    private void pen(Look look) {
        Look.Pen pen = look.pen();
        attribute("fill", pen.inside().map(colour).orElse("none"));
        if (pen.inside().isPresent() && pen.opacity() < 1) {
            attribute("fill-opacity", String.valueOf(pen.opacity()));
        }
        pen.edge().ifPresent(edge -> {
            attribute("stroke", colour.apply(edge));
            attribute("stroke-width", number(pen.width()));
        });
        if (pen.dash() > 0) {
            attribute("stroke-dasharray", number(pen.dash()) + " " + number(pen.gap()));
        }
        switch (look) {
            case UNSEEN -> attribute("pointer-events", "all");
            case STRONG -> attribute("font-weight", "600");
            case HEADING -> {
                attribute("font-weight", "600");
                attribute("font-size", Chart.HEADING + "em");
            }
            default -> {}
        }
    }

    private void part(Part part) {
        String tag =
                switch (part.shape()) {
                    case Shape.Dot(var x, var y, var radius) -> {
                        out.append("<circle");
                        attribute("cx", number(x));
                        attribute("cy", number(y));
                        attribute("r", number(radius));
                        yield "circle";
                    }
                    case Shape.Bar bar -> bar(bar);
                    case Shape.Line(var runs) -> {
                        out.append("<path fill=\"none\" d=\"");
                        runs.forEach(this::run);
                        out.append('"');
                        yield "path";
                    }
                    case Shape.Area(var outline) -> {
                        out.append("<path d=\"");
                        run(outline);
                        out.append("Z\"");
                        yield "path";
                    }
                    case Shape.Text label -> text(label);
                };
        part.data().forEach((name, value) -> attribute("data-" + name, value));
        String inside = part.shape() instanceof Shape.Text label ? escaped(label.text()) : "";
        String said = part.said().isEmpty() ? "" : "<title>" + escaped(part.said()) + "</title>";
        if (inside.isEmpty() && said.isEmpty()) {
            out.append("/>");
        } else {
            out.append('>').append(said).append(inside).append("</").append(tag).append('>');
        }
    }

    private String bar(Shape.Bar bar) {
        out.append("<rect");
        attribute("x", number(bar.x()));
        attribute("y", number(bar.y()));
        attribute("width", number(Math.max(0, bar.width())));
        attribute("height", number(Math.max(0, bar.height())));
        if (bar.round() > 0) {
            attribute("rx", number(bar.round()));
        }
        return "rect";
    }

    private String text(Shape.Text label) {
        out.append("<text");
        attribute("x", number(label.x()));
        attribute("y", number(label.y()));
        switch (label.anchor()) {
            case START -> {}
            case MIDDLE -> attribute("text-anchor", "middle");
            case END -> attribute("text-anchor", "end");
        }
        return "text";
    }

    private void run(List<Shape.At> points) {
        for (int i = 0; i < points.size(); i++) {
            out.append(i == 0 ? 'M' : 'L').append(number(points.get(i).x()));
            out.append(' ').append(number(points.get(i).y()));
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    /** To a tenth of a unit. */
    private static String number(double value) {
        long tenths = Math.round(10 * value);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    /** Without what XML cannot hold. */
    private static String escaped(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> clean.append("&amp;");
                case '<' -> clean.append("&lt;");
                case '>' -> clean.append("&gt;");
                case '"' -> clean.append("&quot;");
                case '\t', '\n', '\r' -> clean.append(' ');
                default -> {
                    boolean held = c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
                    clean.append(held ? Character.toString(c) : "");
                }
            }
        });
        return clean.toString();
    }
}
