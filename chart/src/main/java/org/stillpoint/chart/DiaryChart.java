package org.stillpoint.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One measure over time: entries as dots, sessions, releases and events in lanes above, stretches that are set apart, and the
 * course to expect as a band.
 */
public final class DiaryChart {

    /** Days after which the entries are not joined any more. */
    private static final double GAP = 21;

    /** From one line of the hatching to the next, and room to point at, in the chart's units. */
    private static final double HATCH = 11;

    private static final double TARGET = 24;

    private static final int DAYS_IN_WEEK = 7;

    private static final int LANE = 16;

    private DiaryChart() {}

    /** What is written below the days. */
    public sealed interface DayCount {}

    /** Days of the calendar. */
    public record OfCalendar(LocalDate origin) implements DayCount {}

    /** Days are counted. */
    public record InDays() implements DayCount {}

    /**
     * Weeks are counted, for a chart that tells no day.
     *
     * @param name of the week that begins so many weeks after day 0
     */
    public record InWeeks(IntFunction<String> name) implements DayCount {}

    /** One entry; its day as a number, whose 0 is the diary's origin. */
    public record ChartEntry(double day, double value) {}

    /** Where an entry is expected at a day: the ends of the range, and its middle. */
    public record ExpectedRange(double day, double low, double middle, double high) {}

    /** A time that is set apart; it may begin before the diary, and before all time. */
    public record Stretch(double from, double to) {}

    /** A value that holds over a time. */
    public record Level(double from, double to, double value) {}

    /** What can happen along a diary; in this order from the top lane down. */
    public enum OccasionKind {
        EVENT,
        RELEASE,
        SESSION
    }

    /**
     * Something that happened.
     *
     * @param to later than {@code from} where its day is not known
     * @param said what and when
     */
    public record Occasion(OccasionKind kind, double from, double to, String said) {

        /** Whether its day is known. */
        public boolean isMoment() {
            return to <= from;
        }
    }

    /**
     * What is drawn.
     *
     * @param entries the earliest first, one at the least
     * @param below what is written below the days
     * @param low lowest value of the scale
     * @param high highest value
     * @param expected the earliest first; may be empty
     * @param means the earliest first; may be empty
     */
    public record Data(
            List<ChartEntry> entries,
            DayCount below,
            double low,
            double high,
            List<ExpectedRange> expected,
            List<Stretch> apart,
            List<Level> means,
            List<Occasion> happenings) {

        /** @throws IllegalArgumentException if there is no entry */
        public Data {
            if (entries.isEmpty()) {
                throw new IllegalArgumentException("a diary without an entry cannot be drawn");
            }
        }
    }

    /** What each kind of mark is called. */
    public record Legend(
            String entry,
            String apart,
            String expected,
            String mean,
            String session,
            String release,
            String event,
            String eventOfUnknownDay) {}

    public static Chart of(Data data, Legend legend, Size size, Labels labels, String title, String description) {
        return new DiaryFigure(data, size, labels).chart(legend, title, description);
    }

    private static final class DiaryFigure {
        private final Data data;
        private final Labels labels;
        private final List<Occasion> happened;
        private final List<OccasionKind> lanes;
        private final List<Stretch> apart;
        private final Plot plot;
        private final Axis time;
        private final Axis level;
        private final int mostDays;

        DiaryFigure(Data data, Size size, Labels labels) {
            this.data = data;
            this.labels = labels;
            double from = earliest(data) - 0.5;
            double to = latest(data) + 0.5;
            this.happened = data.happenings().stream()
                    .filter(one -> one.to() >= from && one.from() <= to)
                    .sorted(Comparator.comparing(Occasion::kind))
                    .toList();
            this.lanes = happened.stream().map(Occasion::kind).distinct().toList();
            this.apart = data.apart().stream()
                    .filter(one -> one.to() > Math.max(one.from(), from) && one.from() < to)
                    .toList();
            double letter = size.letter();
            Ticks levels = Ticks.within(data.low(), data.high(), 6);
            int widest = DoubleStream.of(levels.values())
                    .mapToObj(tick -> labels.number(tick, levels.decimals()))
                    .mapToInt(String::length)
                    .max()
                    .orElse(1);
            this.plot = new Plot(
                    size,
                    size.letters(widest) + 1.2 * letter,
                    14.0 + LANE * lanes.size(),
                    size.width() - letter,
                    size.height() - 2.3 * letter);
            this.mostDays = Math.max(3, (int) (size.width() / 110));
            this.time = new Axis(from, to, plot.left(), plot.right());
            this.level = new Axis(data.low(), data.high(), plot.bottom(), plot.top());
        }

        private static double earliest(Data data) {
            return DoubleStream.concat(
                            DoubleStream.of(data.entries().getFirst().day()),
                            data.happenings().stream()
                                    .filter(one -> one.kind() == OccasionKind.SESSION)
                                    .mapToDouble(Occasion::from))
                    .min()
                    .orElseThrow();
        }

        private static double latest(Data data) {
            return Stream.of(
                            data.entries().stream().map(ChartEntry::day),
                            data.happenings().stream()
                                    .filter(Occasion::isMoment)
                                    .map(Occasion::from))
                    .flatMap(days -> days)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        Chart chart(Legend legend, String title, String description) {
            apart();
            plot.levels(level, Ticks.within(data.low(), data.high(), 6), labels);
            days();
            band();
            happened.forEach(this::happening);
            means();
            plot.add(Look.COURSE, joined());
            double radius = data.entries().size() > 120 ? 3 : 4;
            data.entries()
                    .forEach(entry -> plot.add(Look.ENTRY, new Shape.Dot(x(entry.day()), y(entry.value()), radius)));
            happened.forEach(this::target);
            return plot.done(keys(legend), title, description);
        }

        private double x(double day) {
            return time.inside(day);
        }

        private double y(double value) {
            return level.inside(value);
        }

        private void apart() {
            for (Stretch stretch : apart) {
                double left = x(stretch.from());
                double width = x(stretch.to()) - left;
                double height = plot.bottom() - plot.top();
                plot.add(Look.APART, new Shape.Bar(left, plot.top(), width, height, 0));
                plot.add(Look.HATCH, hatching(left, plot.top(), width, height));
            }
        }

        private void days() {
            switch (data.below()) {
                case OfCalendar(LocalDate origin) ->
                    DayTicks.within(origin, time.low(), time.high(), mostDays, labels)
                            .forEach(day -> plot.below(x(day.at()), day.label()));
                case InDays counted -> {
                    Ticks days = Ticks.within(time.low(), time.high(), mostDays);
                    plot.across(time, days.step() < 1 ? Ticks.within(time.low(), time.high(), 1) : days, labels);
                }
                case InWeeks(IntFunction<String> name) -> weeks(name);
            }
        }

        /** Each first day of a week, of every second, fifth, and so on; of one at the least, where the diary holds none. */
        private void weeks(IntFunction<String> name) {
            double from = time.low() / DAYS_IN_WEEK;
            double to = time.high() / DAYS_IN_WEEK;
            if (Math.ceil(from) > Math.floor(to)) {
                plot.below(x(time.low()), name.apply((int) Math.floor(from)));
                return;
            }
            Ticks fine = Ticks.within(from, to, mostDays);
            Ticks weeks = fine.step() < 1 ? new Ticks(1, (long) Math.ceil(from), (long) Math.floor(to)) : fine;
            for (double week : weeks.values()) {
                plot.below(x(week * DAYS_IN_WEEK), name.apply((int) Math.rint(week)));
            }
        }

        private void band() {
            if (data.expected().isEmpty()) {
                return;
            }
            List<Shape.At> upper = new ArrayList<>();
            List<Shape.At> lower = new ArrayList<>();
            List<Shape.At> middle = new ArrayList<>();
            for (ExpectedRange at : data.expected()) {
                upper.add(new Shape.At(x(at.day()), y(at.high())));
                lower.add(new Shape.At(x(at.day()), y(at.low())));
                middle.add(new Shape.At(x(at.day()), y(at.middle())));
            }
            plot.add(Look.BAND, Shape.Area.ribbon(upper, lower));
            plot.add(Look.BAND_MIDDLE, Shape.Line.through(middle));
        }

        /** A line for means that follow each other; none over a time in which none holds. */
        private void means() {
            List<Shape.At> points = new ArrayList<>();
            for (int i = 0; i < data.means().size(); i++) {
                Level mean = data.means().get(i);
                points.add(new Shape.At(x(mean.from()), y(mean.value())));
                boolean goesOn =
                        i + 1 < data.means().size() && data.means().get(i + 1).from() <= mean.to();
                if (!goesOn) {
                    points.add(new Shape.At(x(mean.to()), y(mean.value())));
                    plot.add(Look.MEAN, Shape.Line.steps(points));
                    points.clear();
                }
            }
        }

        /** The entries joined, broken where more than three weeks lie between two. */
        private Shape.Line joined() {
            List<List<Shape.At>> runs = new ArrayList<>();
            double before = Double.NEGATIVE_INFINITY;
            for (ChartEntry entry : data.entries()) {
                if (entry.day() - before > GAP) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(new Shape.At(x(entry.day()), y(entry.value())));
                before = entry.day();
            }
            return new Shape.Line(runs);
        }

        private double lane(Occasion one) {
            return 14.0 + LANE * lanes.indexOf(one.kind());
        }

        private double width(Occasion one) {
            return one.isMoment() ? 0 : Math.max(4, x(one.to()) - x(one.from()));
        }

        private void happening(Occasion one) {
            double x = x(one.from());
            double y = lane(one);
            if (one.kind() == OccasionKind.SESSION) {
                plot.line(Look.SESSION, x, y + 4, x, plot.bottom());
            }
            plot.add(mark(one.kind(), x, y, width(one)));
        }

        private void target(Occasion one) {
            double wide = Math.max(TARGET, width(one));
            double middle = x(one.from()) + width(one) / 2;
            plot.add(Part.target(
                    middle - wide / 2,
                    lane(one) - LANE / 2.0,
                    wide,
                    LANE,
                    one.said(),
                    Map.of("happened", one.kind().name().toLowerCase(Locale.ROOT))));
        }

        private static Part mark(OccasionKind kind, double x, double y, double width) {
            return switch (kind) {
                case SESSION -> Part.of(Shape.Area.triangle(x, y + 4, 6), Look.SESSION_MARK);
                case RELEASE -> Part.of(new Shape.Dot(x, y, 5.5), Look.RELEASE);
                case EVENT ->
                    width > 0
                            ? Part.of(new Shape.Bar(x, y - 3, width, 6, 3), Look.EVENT)
                            : Part.of(Shape.Area.diamond(x - 7, x, x + 7, y, 8), Look.EVENT);
            };
        }

        /** What is on the chart, and only that. */
        private List<Key> keys(Legend legend) {
            List<Key> keys = new ArrayList<>();
            keys.add(Key.of(
                    legend.entry(),
                    26,
                    Part.of(Shape.Line.of(1, 7, 25, 7), Look.COURSE),
                    Part.of(new Shape.Dot(13, 7, 4), Look.ENTRY)));
            if (!data.means().isEmpty()) {
                keys.add(Key.of(legend.mean(), 26, Part.of(Shape.Line.of(1, 7, 25, 7), Look.MEAN)));
            }
            if (!apart.isEmpty()) {
                keys.add(Key.of(
                        legend.apart(),
                        26,
                        Part.of(new Shape.Bar(0, 0, 26, Key.HEIGHT, 0), Look.APART),
                        Part.of(hatching(0, 0, 26, Key.HEIGHT), Look.HATCH)));
            }
            if (!data.expected().isEmpty()) {
                keys.add(Key.of(
                        legend.expected(),
                        26,
                        Part.of(new Shape.Bar(0.5, 0.5, 25, Key.HEIGHT - 1, 0), Look.BAND),
                        Part.of(Shape.Line.of(0, 7, 26, 7), Look.BAND_MIDDLE)));
            }
            happened(keys, OccasionKind.SESSION, true, legend.session());
            happened(keys, OccasionKind.RELEASE, true, legend.release());
            happened(keys, OccasionKind.EVENT, true, legend.event());
            happened(keys, OccasionKind.EVENT, false, legend.eventOfUnknownDay());
            return keys;
        }

        private void happened(List<Key> keys, OccasionKind kind, boolean moment, String words) {
            if (happened.stream().anyMatch(one -> one.kind() == kind && one.isMoment() == moment)) {
                keys.add(moment ? Key.of(words, 16, mark(kind, 8, 7, 0)) : Key.of(words, 26, mark(kind, 0, 7, 26)));
            }
        }
    }

    /** Lines rising to the right over a field, cut at its edges. */
    private static Shape.Line hatching(double left, double top, double width, double height) {
        List<List<Shape.At>> runs = new ArrayList<>();
        for (double at = HATCH; at < width + height; at += HATCH) {
            double down = Math.min(at, height);
            double across = Math.min(at, width);
            runs.add(List.of(
                    new Shape.At(left + at - down, top + down), new Shape.At(left + across, top + at - across)));
        }
        return new Shape.Line(runs);
    }
}
