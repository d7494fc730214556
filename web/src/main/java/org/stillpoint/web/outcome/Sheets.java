package org.stillpoint.web.outcome;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.exchange.sheet.Drawing;
import org.stillpoint.exchange.sheet.Drawing.Anchor;
import org.stillpoint.exchange.sheet.Drawing.Look;
import org.stillpoint.exchange.sheet.OutcomeSheet;

/** How it goes as a printed page: the same words, and the same chart in the shapes of the printer. */
final class Sheets {

    /** Width of a page of A4 between its margins, and height of the chart on it, CSS pixels. */
    static final int WIDTH = 680;

    static final int HEIGHT = 236;

    private static final Pattern STEP = Pattern.compile("[MLZ]|-?[0-9.]+(E-?[0-9]+)?");

    private final DiaryChart chart;
    private final List<Drawing.Part> parts = new ArrayList<>();
    private final List<Drawing.Label> labels = new ArrayList<>();

    private Sheets(DiaryChart chart) {
        this.chart = chart;
    }

    /** @param made the day on which it is printed, in words */
    static OutcomeSheet of(HowItGoesPage page, Optional<DiaryChart> chart, String made) {
        return new OutcomeSheet(
                page.head().name(),
                page.head().madeUp(),
                made,
                page.chosen().words(),
                page.said().sentence(),
                page.said().rest(),
                chart.map(drawn -> new Sheets(drawn).drawing(page)),
                figures(page.figures()),
                page.unknown(),
                page.measures().stream()
                        .map(line -> new OutcomeSheet.Line(
                                line.measured().words(),
                                line.change().words(),
                                line.sentence(),
                                line.here() ? "" : line.thresholds()))
                        .toList(),
                worse(page),
                page.forecasts().stream()
                        .map(one -> new OutcomeSheet.Forecasted(
                                one.day(), one.what(), one.forecast(), one.guess(), one.came()))
                        .toList());
    }

    /** A source is printed once, beside the first figure that comes from it. */
    private static List<OutcomeSheet.Figure> figures(List<HowItGoesPage.Figure> figures) {
        List<OutcomeSheet.Figure> printed = new ArrayList<>();
        String before = "";
        for (HowItGoesPage.Figure figure : figures) {
            boolean again = !figure.source().isEmpty() && figure.source().equals(before);
            printed.add(new OutcomeSheet.Figure(
                    figure.name(), figure.value(), again ? "the same sources" : figure.source()));
            before = figure.source();
        }
        return printed;
    }

    /** Measures that went the wrong way have their sentence in the list of all: here they are named in one line. */
    private static List<OutcomeSheet.Dated> worse(HowItGoesPage page) {
        List<OutcomeSheet.Dated> worse = new ArrayList<>();
        String measures = page.worse().stream()
                .map(HowItGoesPage.Worse::measure)
                .filter(measure -> !measure.isEmpty())
                .collect(Collectors.joining(", "));
        if (!measures.isEmpty()) {
            worse.add(new OutcomeSheet.Dated(HowItGoesPage.Worse.SINCE, measures + " (see above)."));
        }
        page.worse().stream()
                .filter(one -> one.measure().isEmpty())
                .forEach(one -> worse.add(new OutcomeSheet.Dated(one.day(), one.what())));
        return worse;
    }

    private Drawing drawing(HowItGoesPage page) {
        DiaryChart.Box plot = chart.plot();
        chart.shaded()
                .forEach(shade -> part(
                        Look.BEFORE,
                        new Rectangle2D.Double(shade.x(), plot.top(), shade.width(), plot.bottom() - plot.top())));
        for (DiaryChart.Tick tick : chart.levels()) {
            part(Look.GRID, new Line2D.Double(plot.left(), tick.at(), plot.right(), tick.at()));
            label(plot.left() - 6, tick.at() + 3, Anchor.END, tick.label());
        }
        for (DiaryChart.Tick tick : chart.days()) {
            part(Look.GRID, new Line2D.Double(tick.at(), plot.bottom(), tick.at(), plot.bottom() + 4));
            label(tick.at(), plot.bottom() + 15, Anchor.MIDDLE, tick.label());
        }
        part(Look.BAND, path(chart.band()));
        part(Look.BAND_MIDDLE, path(chart.middle()));
        chart.happenings().forEach(this::happening);
        part(Look.LINE, path(chart.line()));
        chart.dots().forEach(dot -> part(Look.DOT, circle(dot.x(), dot.y(), 3)));
        legend(page);
        return new Drawing(chart.width(), chart.height() + 20.0, parts, labels, page.ofChart());
    }

    private void happening(DiaryChart.Happening one) {
        switch (one.look()) {
            case "session" -> {
                part(
                        Look.SESSION,
                        new Line2D.Double(
                                one.x(), one.y() + 4, one.x(), chart.plot().bottom()));
                part(Look.SESSION_MARK, triangle(one.x(), one.y()));
            }
            case "release" -> part(Look.RELEASE, circle(one.x(), one.y(), 4.5));
            default ->
                part(
                        one.width() > 0 ? Look.SPAN : Look.EVENT,
                        one.width() > 0
                                ? new Line2D.Double(one.x(), one.y(), one.x() + one.width(), one.y())
                                : diamond(one.x(), one.y()));
        }
    }

    /** Under the chart: every shape that is on it, with its word. */
    private void legend(HowItGoesPage page) {
        double y = chart.height() + 8.0;
        double x = chart.plot().left();
        part(Look.LINE, new Line2D.Double(x, y, x + 20, y));
        part(Look.DOT, circle(x + 10, y, 3));
        x = named(x + 26, page.chosen().noun().equals("score") ? "each score" : "each check-in");
        if (!chart.shaded().isEmpty()) {
            part(Look.BEFORE, new Rectangle2D.Double(x, y - 6, 20, 12));
            x = named(x + 26, "without sessions");
        }
        if (!chart.band().isEmpty()) {
            part(Look.BAND, new Rectangle2D.Double(x, y - 6, 20, 12));
            part(Look.BAND_MIDDLE, new Line2D.Double(x, y, x + 20, y));
            x = named(x + 26, "expected without treatment (8 of 10)");
        }
        if (chart.has("session", true)) {
            part(Look.SESSION_MARK, triangle(x + 5, y + 1));
            x = named(x + 16, "session");
        }
        if (chart.has("release", true)) {
            part(Look.RELEASE, circle(x + 5, y, 4.5));
            x = named(x + 16, "release");
        }
        if (chart.has("event", true) || chart.has("event", false)) {
            part(Look.EVENT, diamond(x + 5, y));
            named(x + 16, "told event");
        }
    }

    /** Puts a word of the legend and gives the place of the next; letters of this size are about five pixels wide. */
    private double named(double x, String word) {
        label(x, chart.height() + 11.5, Anchor.START, word);
        return x + 4.9 * word.length() + 16;
    }

    private void part(Look look, Shape shape) {
        parts.add(new Drawing.Part(shape, look));
    }

    private void label(double x, double y, Anchor anchor, String text) {
        labels.add(new Drawing.Label(x, y, anchor, text));
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape triangle(double x, double y) {
        return path("M%s %sL%s %sL%s %sZ".formatted(x - 5, y - 5, x + 5, y - 5, x, y + 3));
    }

    private static Shape diamond(double x, double y) {
        return path("M%s %sL%s %sL%s %sL%s %sZ".formatted(x, y - 6, x + 5, y, x, y + 6, x - 5, y));
    }

    /** The chart's own paths: M, L and Z with absolute positions. */
    private static Shape path(String steps) {
        Path2D path = new Path2D.Double();
        List<String> read =
                new Scanner(steps).findAll(STEP).map(found -> found.group()).toList();
        for (int i = 0; i < read.size(); ) {
            switch (read.get(i)) {
                case "Z" -> {
                    path.closePath();
                    i++;
                }
                case "M" -> {
                    path.moveTo(Double.parseDouble(read.get(i + 1)), Double.parseDouble(read.get(i + 2)));
                    i += 3;
                }
                default -> {
                    path.lineTo(Double.parseDouble(read.get(i + 1)), Double.parseDouble(read.get(i + 2)));
                    i += 3;
                }
            }
        }
        return path;
    }
}
