package org.stillpoint.web.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.exchange.sheet.OutcomeSheet;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** How it goes as a printed page: the same words, and the same chart. */
final class Sheets {

    /** Width of a page of A4 between its margins, and height of the chart on it, CSS pixels. */
    static final int WIDTH = 680;

    static final int HEIGHT = 236;

    private Sheets() {}

    /** @param made the day on which it is printed, in words */
    static OutcomeSheet of(HowItGoesPage page, Optional<Chart> chart, String made, Speaker speaker) {
        return new OutcomeSheet(
                page.head().name(),
                page.head().madeUp(),
                made,
                page.chosen().words(),
                page.sentence(),
                page.answers().stream().map(HowItGoesPage.PlainAnswer::answer).toList(),
                chart,
                figures(page.figures(), speaker),
                page.unknown(),
                page.measures().stream()
                        .map(line -> new OutcomeSheet.MeasureLine(
                                line.measured().words(),
                                line.change().words(),
                                line.sentence(),
                                line.here() ? "" : line.thresholds()))
                        .toList(),
                worse(page, speaker),
                page.forecasts().stream()
                        .map(one -> new OutcomeSheet.Forecasted(
                                one.day(), one.what(), one.forecast(), one.guess(), one.came()))
                        .toList());
    }

    /** A source is printed once, beside the first figure that comes from it. */
    private static List<OutcomeSheet.SheetFigure> figures(List<HowItGoesPage.FigureRow> figures, Speaker speaker) {
        List<OutcomeSheet.SheetFigure> printed = new ArrayList<>();
        String before = "";
        for (HowItGoesPage.FigureRow figure : figures) {
            boolean again = !figure.source().isEmpty() && figure.source().equals(before);
            printed.add(new OutcomeSheet.SheetFigure(
                    figure.name(), figure.value(), again ? speaker.say(HowItGoesWords.SAME_SOURCES) : figure.source()));
            before = figure.source();
        }
        return printed;
    }

    /** Measures that went the wrong way have their sentence in the list of all: here they are named in one line. */
    private static List<OutcomeSheet.WorseLine> worse(HowItGoesPage page, Speaker speaker) {
        List<OutcomeSheet.WorseLine> worse = new ArrayList<>();
        List<Message> measures = page.worse().stream()
                .map(HowItGoesPage.WorseRow::measure)
                .filter(measure -> !measure.isEmpty())
                .<Message>map(CommonWords.Verbatim::new)
                .toList();
        if (!measures.isEmpty()) {
            worse.add(new OutcomeSheet.WorseLine(
                    speaker.say(HowItGoesWords.SINCE_FIRST), speaker.say(new HowItGoesWords.SeeAbove(measures))));
        }
        page.worse().stream()
                .filter(one -> one.measure().isEmpty())
                .forEach(one -> worse.add(new OutcomeSheet.WorseLine(one.day(), one.what())));
        return worse;
    }
}
