package org.stillpoint.evidence.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.numeric.StudentMixture;

/** The diary on one chart: entries, phases, the mean of each, and the expected course without a change as a band. */
public final class DiaryPlot {

    private static final double LEFT = 56;
    private static final double RIGHT = Svg.WIDTH - 20;
    private static final double PLOT_HEIGHT = 250;
    private static final int COURSE_POINTS = 32;

    private DiaryPlot() {}

    /** The chart as SVG. */
    public static String of(DiaryReport report) {
        Diary diary = report.diary();
        String sentence = report.words().getFirst();
        List<String> heading = Svg.wrapped(sentence, 88);
        double top = 24 + 20.0 * heading.size();
        double bottom = top + PLOT_HEIGHT;
        Svg svg = new Svg(bottom + 78, sentence, description(report));
        for (int i = 0; i < heading.size(); i++) {
            svg.text(LEFT - 40, 28 + 20.0 * i, heading.get(i), "start", Svg.INK, 16, true);
        }
        if (diary.size() == 0) {
            svg.text(LEFT, top + 30, "No entries yet.", "start", Svg.QUIET, 14, false);
            return svg.finish();
        }
        double first = Math.min(diary.day(0), diary.start());
        double last = Math.max(diary.day(diary.size() - 1), diary.start());
        Axis x = Axis.around(first, last, LEFT, RIGHT);
        List<Point> course = expected(report, last);
        Axis y = vertical(report, course, top, bottom);
        frame(svg, x, y, diary, top, bottom);
        band(svg, x, y, course);
        means(svg, x, y, diary);
        for (int i = 0; i < diary.size(); i++) {
            svg.circle(x.at(diary.day(i)), y.at(diary.value(i)), diary.size() > 120 ? 2 : 3.5, Svg.PAIN);
        }
        legend(svg, bottom + 52, !course.isEmpty());
        return svg.finish();
    }

    /** Where an entry would be expected, units of the outcome; {@code low} to {@code high} holds 95 % of entries. */
    private record Point(double day, double mean, double low, double high) {}

    private static List<Point> expected(DiaryReport report, double last) {
        Diary diary = report.diary();
        double span = last - diary.start();
        if (span <= 0 || diary.sizeBefore() < 2) {
            return List.of();
        }
        ExpectedCourse course = ExpectedCourse.of(
                java.util.Arrays.copyOf(diary.days(), diary.sizeBefore()),
                diary.valuesBefore(),
                report.setting().scale());
        return IntStream.rangeClosed(0, COURSE_POINTS)
                .mapToObj(i -> {
                    double day = diary.start() + span * i / COURSE_POINTS;
                    StudentMixture at = course.at(day);
                    double[] ends = at.interval(0.95);
                    return new Point(day, at.mean(), ends[0], ends[1]);
                })
                .toList();
    }

    private static Axis vertical(DiaryReport report, List<Point> course, double top, double bottom) {
        Diary diary = report.diary();
        double low =
                IntStream.range(0, diary.size()).mapToDouble(diary::value).min().orElse(0);
        double high =
                IntStream.range(0, diary.size()).mapToDouble(diary::value).max().orElse(1);
        if (report.setting().scale().isPresent()) {
            low = Math.min(low, report.setting().scale().get().low());
            high = Math.max(high, report.setting().scale().get().high());
        } else {
            for (Point point : course) {
                low = Math.min(low, point.low());
                high = Math.max(high, point.high());
            }
        }
        return Axis.around(low, high, bottom, top);
    }

    private static void frame(Svg svg, Axis x, Axis y, Diary diary, double top, double bottom) {
        double start = x.at(diary.start());
        svg.rect(start, top, RIGHT - start, bottom - top, Svg.PHASE, 1);
        for (double tick : y.ticks(5)) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), Svg.LINE, 1, "");
            svg.text(LEFT - 8, y.at(tick) + 5, Axis.label(tick), "end", Svg.QUIET, 13, false);
        }
        boolean calendar = diary.start() > 10_000;
        for (double tick : x.ticks(calendar ? 5 : 8)) {
            String label = calendar
                    ? java.time.LocalDate.ofEpochDay((long) Math.floor(tick)).toString()
                    : Axis.label(tick);
            svg.text(x.at(tick), bottom + 18, label, "middle", Svg.QUIET, 13, false);
        }
        svg.line(LEFT, bottom, RIGHT, bottom, Svg.QUIET, 1, "");
        svg.line(start, top, start, bottom, Svg.ACCENT, 1.5, "");
        svg.text(start - 6, top + 14, "before", "end", Svg.QUIET, 13, false);
        svg.text(start + 6, top + 14, "afterwards", "start", Svg.ACCENT, 13, false);
        svg.text((LEFT + RIGHT) / 2, bottom + 36, calendar ? "date" : "day", "middle", Svg.QUIET, 13, false);
    }

    private static void band(Svg svg, Axis x, Axis y, List<Point> course) {
        if (course.isEmpty()) {
            return;
        }
        int n = course.size();
        double[] area = new double[4 * n];
        double[] middle = new double[2 * n];
        for (int i = 0; i < n; i++) {
            Point point = course.get(i);
            area[2 * i] = x.at(point.day());
            area[2 * i + 1] = y.at(Math.clamp(point.low(), y.low(), y.high()));
            area[4 * n - 2 * i - 2] = x.at(point.day());
            area[4 * n - 2 * i - 1] = y.at(Math.clamp(point.high(), y.low(), y.high()));
            middle[2 * i] = x.at(point.day());
            middle[2 * i + 1] = y.at(Math.clamp(point.mean(), y.low(), y.high()));
        }
        svg.path(area, true, "none", Svg.FOUND, 0.16, "");
        svg.path(middle, false, Svg.FOUND, "none", 0, "6 4");
    }

    private static void means(Svg svg, Axis x, Axis y, Diary diary) {
        if (diary.sizeBefore() > 0) {
            double mean = y.at(Sample.mean(diary.valuesBefore()));
            svg.line(x.at(diary.day(0)), mean, x.at(diary.start()), mean, Svg.INK, 2, "");
        }
        if (diary.sizeAfter() > 0) {
            double mean = y.at(Sample.mean(diary.valuesAfter()));
            svg.line(x.at(diary.start()), mean, x.at(diary.day(diary.size() - 1)), mean, Svg.INK, 2, "");
        }
    }

    private static void legend(Svg svg, double y, boolean course) {
        svg.circle(LEFT + 4, y + 8, 3.5, Svg.PAIN);
        svg.text(LEFT + 14, y + 13, "entry", "start", Svg.INK, 13, false);
        svg.line(LEFT + 74, y + 8, LEFT + 98, y + 8, Svg.INK, 2, "");
        svg.text(LEFT + 106, y + 13, "mean", "start", Svg.INK, 13, false);
        if (course) {
            svg.rect(LEFT + 170, y, 26, 16, Svg.FOUND, 0.16);
            svg.line(LEFT + 170, y + 8, LEFT + 196, y + 8, Svg.FOUND, 1.5, "6 4");
            svg.text(LEFT + 204, y + 13, "expected had nothing changed (95 % of entries)", "start", Svg.INK, 13, false);
        }
    }

    private static String description(DiaryReport report) {
        Diary diary = report.diary();
        StringBuilder out = new StringBuilder(String.join(" ", report.words()));
        out.append(" Entries (day: value; afterwards from day ")
                .append(Axis.label(diary.start()))
                .append("): ");
        for (int i = 0; i < diary.size(); i++) {
            out.append(String.format(Locale.ROOT, "%s: %s; ", Axis.label(diary.day(i)), Axis.label(diary.value(i))));
        }
        return out.toString().strip();
    }
}
