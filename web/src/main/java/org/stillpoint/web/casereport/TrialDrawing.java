package org.stillpoint.web.casereport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart;
import org.stillpoint.chart.DiaryChart.ChartEntry;
import org.stillpoint.chart.DiaryChart.Occasion;
import org.stillpoint.chart.DiaryChart.OccasionKind;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.casereport.ReportWeek;
import org.stillpoint.practice.casereport.TrialPeriod;
import org.stillpoint.practice.casereport.TrialReading.TrialFacts;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.words.Decimal;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TrialReportWords;

/** The chosen measure over the periods of a report, by weeks: entries, sessions, days without sessions, and the mean of each period. */
final class TrialDrawing {

    /** Between the margins of A4, px; the height is an own choice, 2026. */
    private static final Size SIZE = Size.ofPaper(668, 210);

    private static final double SECONDS_IN_DAY = 86_400;

    private final TrialFacts facts;
    private final Speaker speaker;
    private final LocalDate first;
    private final LocalDate until;

    private TrialDrawing(TrialFacts facts, Speaker speaker) {
        this.facts = facts;
        this.speaker = speaker;
        this.first = facts.periods().getFirst().first();
        this.until = facts.periods().getLast().last().plusDays(1);
    }

    /** Empty without an entry in any period; there must be a period. */
    static Optional<Chart> of(TrialFacts facts, Speaker speaker) {
        TrialDrawing drawing = new TrialDrawing(facts, speaker);
        List<ChartEntry> entries = drawing.entries();
        return entries.isEmpty() ? Optional.empty() : Optional.of(drawing.chart(entries));
    }

    private Chart chart(List<ChartEntry> entries) {
        Measured measured = facts.chosen().course().measured();
        List<Occasion> sessions = sessions();
        return DiaryChart.of(
                        new DiaryChart.Data(
                                entries,
                                new DiaryChart.InWeeks(this::week),
                                measured.low(),
                                measured.high(),
                                List.of(),
                                facts.periods().stream()
                                        .filter(period -> !period.with())
                                        .map(period -> new DiaryChart.Stretch(day(period.first()), end(period)))
                                        .toList(),
                                means(),
                                sessions),
                        new DiaryChart.Legend(
                                speaker.say(new HowItGoesWords.EachOf(
                                        MeasureWords.name(measured), measured instanceof Asked)),
                                speaker.say(TrialReportWords.WITHOUT_SESSIONS),
                                "",
                                speaker.say(TrialReportWords.MEAN_OF_PERIOD),
                                speaker.say(HowItGoesWords.SESSION),
                                "",
                                "",
                                ""),
                        SIZE,
                        Labels.of(speaker.locale()),
                        speaker.say(MeasureWords.name(measured)),
                        speaker.say(new TrialReportWords.OfChart(
                                MeasureWords.name(measured),
                                entries.size(),
                                sessions.size(),
                                measured.low(),
                                measured.high())))
                .withKeys();
    }

    /** Weeks are named as in the rest of the report, in which there is none of the number 0. */
    private String week(int weeks) {
        ReportWeek week = facts.weeks().of(facts.weeks().first().plusDays(7L * weeks));
        return speaker.say(new TrialReportWords.BelowChart(speaker.number(new Decimal(week.number(), 0))));
    }

    private List<ChartEntry> entries() {
        return facts.chosen().course().entries().stream()
                .filter(entry -> isWithin(entry.at()))
                .map(entry -> new ChartEntry(day(entry.at()), entry.value()))
                .toList();
    }

    private List<Occasion> sessions() {
        return facts.held().stream()
                .filter(session -> isWithin(session.startedAt()))
                .map(session -> day(session.startedAt()))
                .map(day -> new Occasion(OccasionKind.SESSION, day, day, ""))
                .toList();
    }

    /** Of each period in which there is an entry. */
    private List<DiaryChart.Level> means() {
        return facts.periods().stream()
                .filter(period -> period.mean().isPresent())
                .map(period -> new DiaryChart.Level(
                        day(period.first()), end(period), period.mean().getAsDouble()))
                .toList();
    }

    private boolean isWithin(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, facts.zone());
        return !day.isBefore(first) && day.isBefore(until);
    }

    private double end(TrialPeriod period) {
        return day(period.last()) + 1;
    }

    private double day(LocalDate day) {
        return day.toEpochDay() - facts.weeks().first().toEpochDay();
    }

    /** By the clock, so that a day is one day where the clock changes too. */
    private double day(Instant at) {
        ZonedDateTime then = at.atZone(facts.zone());
        return day(then.toLocalDate()) + then.toLocalTime().toSecondOfDay() / SECONDS_IN_DAY;
    }
}
