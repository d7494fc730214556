package org.stillpoint.evidence.plot;

import java.util.Locale;

/** Writes one chart as SVG 1.1, 720 wide, with what a screen reader needs. Lengths are in user units (pixels). */
final class Svg {

    static final double WIDTH = 720;

    static final String GROUND = "#FAF8F4";
    static final String INK = "#22262B";
    static final String QUIET = "#5C6670";
    static final String LINE = "#E2DDD3";
    static final String ACCENT = "#0F6B6B";
    static final String PAIN = "#8E3B6F";
    static final String PHASE = "#F0EBE1";
    static final String FOUND = "#3E6A9E";

    private final StringBuilder out = new StringBuilder();

    Svg(double height, String title, String description) {
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" viewBox=\"0 0 %.0f %.0f\""
                        + " width=\"%.0f\" height=\"%.0f\" font-family=\"'Source Sans 3', 'Noto Sans', 'DejaVu Sans', sans-serif\" font-size=\"14\">%n",
                WIDTH,
                height,
                WIDTH,
                height));
        out.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
        out.append("<desc id=\"desc\">").append(escaped(description)).append("</desc>\n");
        rect(0, 0, WIDTH, height, GROUND, 1);
    }

    void rect(double x, double y, double width, double height, String fill, double opacity) {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\" fill-opacity=\"%.2f\"/>%n",
                x,
                y,
                Math.max(0, width),
                Math.max(0, height),
                fill,
                opacity));
    }

    void line(double x1, double y1, double x2, double y2, String stroke, double width, String dash) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\" stroke-width=\"%.1f\"%s/>%n",
                x1,
                y1,
                x2,
                y2,
                stroke,
                width,
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    }

    void circle(double x, double y, double radius, String fill) {
        out.append(String.format(
                Locale.ROOT, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"%s\"/>%n", x, y, radius, fill));
    }

    /** A closed area or an open line through points {@code x0, y0, x1, y1, ...}. */
    void path(double[] points, boolean closed, String stroke, String fill, double opacity, String dash) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            d.append(String.format(Locale.ROOT, "%s%.2f %.2f ", i == 0 ? "M" : "L", points[i], points[i + 1]));
        }
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"%s%s\" fill=\"%s\" fill-opacity=\"%.2f\" stroke=\"%s\" stroke-width=\"1.5\"%s/>%n",
                d,
                closed ? "Z" : "",
                fill,
                opacity,
                stroke,
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    }

    /** {@code anchor}: start, middle or end. */
    void text(double x, double y, String text, String anchor, String fill, double size, boolean bold) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%.0f\"%s>%s</text>%n",
                x,
                y,
                anchor,
                fill,
                size,
                bold ? " font-weight=\"600\"" : "",
                escaped(text)));
    }

    String finish() {
        return out + "</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Splits a sentence into lines of at most {@code most} characters. */
    static java.util.List<String> wrapped(String text, int most) {
        java.util.List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() + 1 > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
