package org.stillpoint.app.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart;
import org.stillpoint.chart.DiaryChart.ExpectedRange;
import org.stillpoint.chart.DiaryChart.Level;
import org.stillpoint.chart.Size;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.numeric.StudentMixture;

/** The diary on one chart: entries, the start, the mean before and after it, and the expected course without a change as a band. */
final class DiaryDrawing {

    private static final int COURSE_POINTS = 32;

    /** Share of the entries that the band holds. */
    private static final double BAND = 0.95;

    /** A day beyond this is a date, counted from 1970; below, it is only counted. */
    private static final double LAST_COUNTED = 10_000;

    private static final DiaryChart.Legend LEGEND = new DiaryChart.Legend(
            "entry", "before", "expected had nothing changed (95 % of entries)", "mean", "start", "", "", "");

    private DiaryDrawing() {}

    /** @param words the report in sentences, one at the least */
    static Chart of(DiaryReport report, List<String> words) {
        Diary diary = report.diary();
        List<ExpectedRange> course = expected(diary, report.setting());
        double[] values = Stream.of(
                        DoubleStream.of(diary.values()),
                        course.stream().flatMapToDouble(at -> DoubleStream.of(at.low(), at.high())))
                .flatMapToDouble(all -> all)
                .toArray();
        Optional<Setting.Scale> scale = report.setting().scale();
        return DiaryChart.of(
                new DiaryChart.Data(
                        IntStream.range(0, diary.size())
                                .mapToObj(i -> new DiaryChart.ChartEntry(diary.day(i), diary.value(i)))
                                .toList(),
                        diary.start() > LAST_COUNTED
                                ? new DiaryChart.OfCalendar(LocalDate.EPOCH)
                                : new DiaryChart.InDays(),
                        scale.map(Setting.Scale::low)
                                .orElseGet(() -> Arrays.stream(values).min().orElse(0)),
                        scale.map(Setting.Scale::high)
                                .orElseGet(() -> Arrays.stream(values).max().orElse(1)),
                        course,
                        List.of(new DiaryChart.Stretch(Double.NEGATIVE_INFINITY, diary.start())),
                        means(diary),
                        List.of(new DiaryChart.Occasion(
                                DiaryChart.OccasionKind.SESSION, diary.start(), diary.start(), "start"))),
                LEGEND,
                Size.ofScreen(ChartFiles.WIDTH, 320),
                ChartFiles.LABELS,
                words.getFirst(),
                description(diary, words));
    }

    private static List<ExpectedRange> expected(Diary diary, Setting setting) {
        double span = Math.max(diary.day(diary.size() - 1), diary.start()) - diary.start();
        if (span <= 0 || diary.sizeBefore() < 2) {
            return List.of();
        }
        ExpectedCourse course = ExpectedCourse.of(
                Arrays.copyOf(diary.days(), diary.sizeBefore()), diary.valuesBefore(), setting.scale());
        return IntStream.rangeClosed(0, COURSE_POINTS)
                .mapToObj(i -> {
                    double day = diary.start() + span * i / COURSE_POINTS;
                    StudentMixture at = course.at(day);
                    double[] ends = at.interval(BAND);
                    return new ExpectedRange(day, ends[0], at.mean(), ends[1]);
                })
                .toList();
    }

    private static List<Level> means(Diary diary) {
        List<Level> means = new ArrayList<>();
        if (diary.sizeBefore() > 0) {
            means.add(new Level(diary.day(0), diary.start(), Sample.mean(diary.valuesBefore())));
        }
        if (diary.sizeAfter() > 0) {
            means.add(new Level(diary.start(), diary.day(diary.size() - 1), Sample.mean(diary.valuesAfter())));
        }
        return means;
    }

    private static String description(Diary diary, List<String> words) {
        return IntStream.range(0, diary.size())
                .mapToObj(i -> number(diary.day(i)) + ": " + number(diary.value(i)) + ";")
                .collect(Collectors.joining(
                        " ",
                        String.join(" ", words) + " Entries (day: value; afterwards from day " + number(diary.start())
                                + "): ",
                        ""));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
    }
}
