package org.stillpoint.web.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.FalseAlarms;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.web.view.Words;

/** The numbers behind a sentence, each explained to someone who has never heard of it. */
final class Figures {

    private Figures() {}

    static List<HowItGoesPage.Figure> of(HowItGoes said) {
        Measured measured = said.course().measured();
        List<HowItGoesPage.Figure> figures = new ArrayList<>();
        said.report().flatMap(DiaryReport::judged).ifPresent(report -> {
            figures.add(range(report));
            figures.add(alarms(report.falseAlarms()));
        });
        if (measured instanceof Questionnaire questionnaire && questionnaire.isOwnView()) {
            return List.of(ownView(questionnaire));
        }
        Setting setting = measured.setting();
        figures.add(new HowItGoesPage.Figure(
                "Reliable change",
                points(setting.reliableChange()),
                "Answers go up and down a little even when nothing has changed, because nobody rates twice in quite"
                        + " the same way. A change smaller than this may be nothing but that.",
                setting.source()));
        figures.add(new HowItGoesPage.Figure(
                "Smallest change that matters",
                points(setting.smallestChange()),
                "How large a change has to be before people in studies said that it made a difference to them.",
                setting.source()));
        said.report().ifPresent(report -> overlap(report, figures));
        return List.copyOf(figures);
    }

    /** What has to be added where something may be called changed, but nobody knows how much of it matters; else empty. */
    static String unsettled(Measured measured, Change change) {
        boolean changed = change == Change.BETTER || change == Change.WORSE;
        return changed && measured.setting().threshold().isEmpty()
                ? " No settled figure says how large a change of it must be to matter."
                : "";
    }

    /** Both thresholds and their source in one line; empty where neither is known. */
    static String thresholds(Measured measured) {
        Setting setting = measured.setting();
        if (setting.threshold().isEmpty()
                || measured instanceof Questionnaire questionnaire && questionnaire.isOwnView()) {
            return "";
        }
        return "Reliable change: %s; smallest change that matters: %s (%s)."
                .formatted(points(setting.reliableChange()), points(setting.smallestChange()), setting.source());
    }

    private static HowItGoesPage.Figure ownView(Questionnaire questionnaire) {
        return new HowItGoesPage.Figure(
                "Counts as improved",
                Words.number(questionnaire.measure().smallestChange().orElseThrow()) + " or "
                        + Words.number(questionnaire.measure().high()),
                "The client's own view of the whole change, from 1, very much worse, over 4, no change, to 7, very"
                        + " much improved. It remembers rather than measures.",
                questionnaire.measure().source());
    }

    private static HowItGoesPage.Figure range(DiaryReport.Judged report) {
        double[] ends = report.deciding().levelOnly().change().interval(0.95);
        return new HowItGoesPage.Figure(
                "Plausible range",
                signed(ends[0]) + " to " + signed(ends[1]) + " points",
                "The true change could well lie anywhere in this range (95 %). It is wide when there are few entries,"
                        + " or when they go up and down a lot. Where it holds 0, no change is among the answers.",
                report.cautious()
                        ? "Drift and noise, level before and after; tempered by how much such diaries usually move"
                        : "Drift and noise, level before and after");
    }

    private static HowItGoesPage.Figure alarms(FalseAlarms alarms) {
        boolean own = alarms.source() == FalseAlarms.Source.PLACEBO_IN_TIME;
        return new HowItGoesPage.Figure(
                "False alarms of this very diary",
                "%d of %d (%s)".formatted(alarms.alarms(), alarms.starts(), Words.percent(alarms.rate())),
                own
                        ? "We pretended that something was done on days before the first session, when nothing was,"
                                + " and counted how often this page would have said \"changed\" all the same."
                        : "There are too few entries before the first session to pretend a start among them. So"
                                + " diaries were made up that wander as this one does, without any change, and we"
                                + " counted how often this page would have said \"changed\" all the same.",
                own ? "Placebo in time, this diary's own entries" : "Simulated diaries");
    }

    private static void overlap(DiaryReport report, List<HowItGoesPage.Figure> figures) {
        report.nap()
                .ifPresent(nap -> figures.add(new HowItGoesPage.Figure(
                        "How little before and after overlap",
                        Words.percent(nap.estimate()),
                        "Of all pairs of one entry before and one after, the share in which the later one is better"
                                + " (50 % means no difference). It describes; it proves nothing: on diaries of untreated"
                                + " people it calls a change in about a third.",
                        "NAP, non-overlap of all pairs")));
    }

    private static String points(OptionalDouble size) {
        return size.isEmpty()
                ? "No settled figure is known"
                : Words.number(size.getAsDouble()) + (size.getAsDouble() == 1 ? " point" : " points");
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "")
                + String.format(Locale.ROOT, "%.1f", value).replace("-", "−");
    }
}
