package org.stillpoint.exchange.sheet;

import java.util.List;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SheetWords;
import org.stillpoint.words.Speaker;
import org.w3c.dom.Element;

/** Lays an {@link OutcomeSheet} out as a page of elements. */
final class SheetPage {

    private final OutcomeSheet sheet;
    private final PageFit fit;
    private final Speaker speaker;
    private final PaperElements page = new PaperElements();

    /**
     * How much goes on the page, so that it stays one page.
     *
     * @param size of the letters, points
     * @param chart size of the chart as a share of its own
     * @param most how many lines of what was worse and of forecasts
     * @param letters how long one sentence of a list may be
     * @param sources whether the list of measures names the source of each threshold
     */
    record PageFit(double size, double chart, int most, int letters, boolean sources) {

        /** From roomy to tight. */
        static final List<PageFit> ALL = List.of(
                new PageFit(9.5, 1, 6, 300, true),
                new PageFit(9, 1, 5, 260, true),
                new PageFit(8.5, 1, 4, 230, true),
                new PageFit(8, 1, 4, 200, true),
                new PageFit(7.5, 1, 3, 180, true),
                new PageFit(7, 1, 3, 150, true),
                new PageFit(7, 1, 2, 130, false),
                new PageFit(6.5, 0.9, 2, 110, false),
                new PageFit(6, 0.75, 2, 90, false));
    }

    private SheetPage(OutcomeSheet sheet, PageFit fit, Speaker speaker) {
        this.sheet = sheet;
        this.fit = fit;
        this.speaker = speaker;
    }

    static PaperElements of(OutcomeSheet sheet, PageFit fit, Speaker speaker) {
        return new SheetPage(sheet, fit, speaker).laidOut();
    }

    private PaperElements laidOut() {
        Element body = page.body(
                speaker.locale(),
                speaker.say(CommonWords.HOW_IT_GOES),
                speaker.say(SheetWords.DESCRIPTION),
                SheetStyle.of(fit.size()));
        heading(body);
        add(body, "p", "sentence", cut(sheet.sentence(), 400));
        if (!sheet.rest().isEmpty()) {
            add(body, "p", "", cut(String.join(" ", sheet.rest()), 900));
        }
        sheet.chart().ifPresent(chart -> PaperChart.place(page, body, chart, fit.chart()));
        figures(body);
        measures(body);
        Element columns = add(add(body, "div", "columns", ""), "div", "row", "");
        worse(add(columns, "div", "left", ""));
        forecasts(add(columns, "div", "right", ""));
        unknown(body);
        page.end(body, speaker.locale());
        return page;
    }

    private void heading(Element body) {
        Element top = add(body, "div", "top", "");
        add(top, "div", "made", speaker.say(new SheetWords.Made(sheet.made())));
        Element name = add(top, "h1", "", cut(sheet.name(), 90));
        if (sheet.madeUp()) {
            add(name, "span", "made-up", " " + speaker.say(CommonWords.MADE_UP));
        }
    }

    private void figures(Element body) {
        if (sheet.figures().isEmpty()) {
            return;
        }
        Element part = section(body, new SheetWords.RestsOn(sheet.measure()));
        Element table = add(add(part, "table"), "tbody");
        for (OutcomeSheet.SheetFigure figure : sheet.figures()) {
            Element row = add(table, "tr");
            heading(row, "row", "name", figure.name());
            add(row, "td", "value", figure.value());
            add(row, "td", "small", cut(figure.source(), 260));
        }
    }

    private void measures(Element body) {
        Element part = section(body, SheetWords.EVERYTHING_ASKED);
        Element table = add(part, "table");
        Element titles = add(add(table, "thead"), "tr");
        for (Message title : List.of(SheetWords.MEASURE, SheetWords.IN_SHORT, SheetWords.DIARY_SAYS)) {
            heading(titles, "col", "", speaker.say(title));
        }
        Element lines = add(table, "tbody");
        for (OutcomeSheet.MeasureLine line : sheet.measures()) {
            Element row = add(lines, "tr");
            heading(row, "row", "name", line.name());
            add(row, "td", "verdict", line.verdict());
            Element said = add(row, "td", "", cut(line.sentence(), fit.letters()));
            if (!line.note().isEmpty() && fit.sources()) {
                add(said, "span", "small", " " + cut(line.note(), 240));
            }
        }
    }

    private void worse(Element column) {
        Element part = section(column, HowItGoesWords.WORSE);
        if (sheet.worse().isEmpty()) {
            add(part, "p", "", speaker.say(SheetWords.NOTHING_WORSE));
            return;
        }
        for (OutcomeSheet.WorseLine one : firstOf(sheet.worse())) {
            Element line = add(part, "p", "entry", "");
            add(line, "strong", "", one.day() + ": ");
            add(line, "span", "", cut(one.what(), fit.letters()));
        }
        more(part, sheet.worse().size());
    }

    private void forecasts(Element column) {
        Element part = section(column, SheetWords.FORECASTS);
        if (sheet.forecasts().isEmpty()) {
            add(part, "p", "", speaker.say(SheetWords.NO_FORECAST));
            return;
        }
        for (OutcomeSheet.Forecasted one : firstOf(sheet.forecasts())) {
            Element line = add(part, "p", "entry", "");
            add(line, "strong", "", speaker.say(new SheetWords.SealedOn(one.day())) + ": ");
            add(
                    line,
                    "span",
                    "",
                    cut(
                            speaker.say(new SheetWords.Came(one.what(), one.forecast(), one.guess(), one.came())),
                            fit.letters()));
        }
        more(part, sheet.forecasts().size());
    }

    private void unknown(Element body) {
        Element part = section(body, HowItGoesWords.CANNOT_BE_KNOWN);
        part.setAttribute("class", "unknown");
        add(part, "p", "", String.join(" ", sheet.unknown()));
    }

    private <T> List<T> firstOf(List<T> all) {
        return all.subList(0, Math.min(fit.most(), all.size()));
    }

    private void more(Element part, int all) {
        if (all > fit.most()) {
            add(part, "p", "small", speaker.say(new SheetWords.More(all - fit.most())));
        }
    }

    private Element section(Element parent, Message title) {
        Element part = add(parent, "div", "part", "");
        add(part, "h2", "", speaker.say(title));
        return part;
    }

    private void heading(Element row, String scope, String look, String text) {
        add(row, "th", look, text).setAttribute("scope", scope);
    }

    private Element add(Element parent, String tag) {
        return page.add(parent, tag);
    }

    private Element add(Element parent, String tag, String look, String text) {
        return page.add(parent, tag, look, text);
    }

    private static String cut(String text, int most) {
        int[] letters = text.strip().codePoints().limit(most + 1L).toArray();
        return letters.length <= most ? text.strip() : new String(letters, 0, most - 1).stripTrailing() + "…";
    }
}
