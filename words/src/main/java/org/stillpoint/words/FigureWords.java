package org.stillpoint.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.FalseAlarms;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;

/** The numbers behind a sentence, each explained to someone who has never heard of it. */
public enum FigureWords implements Label {
    RELIABLE_CHANGE,
    RELIABLE_CHANGE_EXPLAINED,
    SMALLEST_CHANGE,
    SMALLEST_CHANGE_EXPLAINED,
    NOT_KNOWN,
    IMPROVED,
    IMPROVED_EXPLAINED,
    PLAUSIBLE,
    PLAUSIBLE_EXPLAINED,
    LEVEL,
    LEVEL_TEMPERED,
    ALARMS,
    ALARMS_OF_THE_DIARY,
    ALARMS_OF_MADE_UP_DIARIES,
    PLACEBO_IN_TIME,
    SIMULATED,
    OVERLAP,
    OVERLAP_EXPLAINED,
    NAP;

    record Points(double size) implements Message {}

    record OrMore(double from, double most) implements Message {}

    record FromTo(Signed low, Signed high) implements Message {}

    record OfThese(int alarms, int starts, Share share) implements Message {}

    record Overlapping(Share share) implements Message {}

    record Thresholds(Message reliable, Message smallest, String source) implements Message {}

    /**
     * A number that a sentence rests on.
     *
     * @param name what it is called
     * @param value what it is here
     * @param explanation what it means
     * @param source where it comes from
     */
    public record Figure(Message name, Message value, Message explanation, Message source) {}

    public static List<Figure> of(HowItGoes said) {
        Measured measured = said.course().measured();
        if (measured instanceof Questionnaire questionnaire && questionnaire.isOwnView()) {
            return List.of(ownView(questionnaire));
        }
        List<Figure> figures = new ArrayList<>();
        said.report().flatMap(DiaryReport::judged).ifPresent(report -> {
            figures.add(range(report));
            figures.add(alarms(report.falseAlarms()));
        });
        Setting setting = measured.setting();
        Message source = new CommonWords.Verbatim(setting.source());
        figures.add(new Figure(RELIABLE_CHANGE, points(setting.reliableChange()), RELIABLE_CHANGE_EXPLAINED, source));
        figures.add(new Figure(SMALLEST_CHANGE, points(setting.smallestChange()), SMALLEST_CHANGE_EXPLAINED, source));
        said.report()
                .flatMap(DiaryReport::nap)
                .ifPresent(nap -> figures.add(
                        new Figure(OVERLAP, new Overlapping(new Share(nap.estimate())), OVERLAP_EXPLAINED, NAP)));
        return List.copyOf(figures);
    }

    /** Both thresholds and their source in one line; empty where neither is known. */
    public static Optional<Message> thresholds(Measured measured) {
        Setting setting = measured.setting();
        return setting.threshold().isEmpty()
                        || measured instanceof Questionnaire questionnaire && questionnaire.isOwnView()
                ? Optional.empty()
                : Optional.of(new Thresholds(
                        points(setting.reliableChange()), points(setting.smallestChange()), setting.source()));
    }

    private static Figure ownView(Questionnaire questionnaire) {
        return new Figure(
                IMPROVED,
                new OrMore(questionnaire.measure().smallestChange().orElseThrow(), questionnaire.high()),
                IMPROVED_EXPLAINED,
                new CommonWords.Verbatim(questionnaire.measure().source()));
    }

    private static Figure range(DiaryReport.Judged report) {
        double[] ends = report.deciding().levelOnly().change().interval(0.95);
        return new Figure(
                PLAUSIBLE,
                new FromTo(new Signed(ends[0]), new Signed(ends[1])),
                PLAUSIBLE_EXPLAINED,
                report.cautious() ? LEVEL_TEMPERED : LEVEL);
    }

    private static Figure alarms(FalseAlarms alarms) {
        boolean own = alarms.source() == FalseAlarms.StartSource.PLACEBO_IN_TIME;
        return new Figure(
                ALARMS,
                new OfThese(alarms.alarms(), alarms.starts(), new Share(alarms.rate())),
                own ? ALARMS_OF_THE_DIARY : ALARMS_OF_MADE_UP_DIARIES,
                own ? PLACEBO_IN_TIME : SIMULATED);
    }

    private static Message points(OptionalDouble size) {
        return size.isEmpty() ? NOT_KNOWN : new Points(size.getAsDouble());
    }
}
