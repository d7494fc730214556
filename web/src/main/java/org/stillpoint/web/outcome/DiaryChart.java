package org.stillpoint.web.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.practice.outcome.Course;

/**
 * One measure over time, ready to be drawn: entries as dots, sessions, releases and events in lanes above, times without
 * sessions shaded, and the course to expect without treatment as a band. Positions are in the drawing's own units.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param plot left, top, right and bottom of the field with the dots
 * @param shaded times without sessions: before the first, and as a plan that was drawn by lot has it
 * @param band outline of the band, or empty
 * @param middle its middle, or empty
 * @param line the entries joined, broken where more than three weeks lie between two
 */
public record DiaryChart(
        int width,
        int height,
        Box plot,
        List<Shade> shaded,
        String band,
        String middle,
        String line,
        List<Dot> dots,
        List<Tick> days,
        List<Tick> levels,
        List<Happening> happenings) {

    /** Share of what may come that the band holds. */
    static final double BAND = 0.8;

    /** What happened, from the top lane down, and the height of a lane. */
    private static final List<String> LANES = List.of("event", "release", "session");

    private static final int LANE = 16;
    private static final int BAND_STEPS = 48;
    private static final Duration GAP = Duration.ofDays(21);
    private static final int[] STEPS_IN_DAYS = {1, 2, 7, 14, 28, 56, 91, 182, 365, 730, 1826, 3652};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /** Left, top, right, bottom. */
    public record Box(double left, double top, double right, double bottom) {}

    /** One entry. */
    public record Dot(double x, double y) {}

    /** A mark on an axis. */
    public record Tick(double at, String label) {}

    /**
     * Something that happened, in its lane above the dots.
     *
     * @param width how far its time is open, where no day is known; else 0
     * @param look {@code session}, {@code release} or {@code event}
     * @param said what and when, for the pointer
     */
    public record Happening(double x, double width, double y, String look, String said) {}

    /** A shaded stretch of time. */
    public record Shade(double x, double width) {}

    /** Something that happened, or did not, before it has a place; {@code until} is {@code at} where the day is known. */
    record When(Instant at, Instant until, String look, String said) {
        static When on(Instant at, String look, String said) {
            return new When(at, at, look, said);
        }

        boolean isMoment() {
            return at.equals(until);
        }
    }

    /** Whether something of this look is on the chart. */
    public boolean has(String look, boolean dayKnown) {
        return happenings.stream().anyMatch(one -> one.look().equals(look) && one.width() > 0 != dayKnown);
    }

    /** The look of a stretch without sessions that was drawn by lot. */
    static final String WITHOUT = "without";

    static DiaryChart of(Course course, List<When> happened, int width, int height, ZoneId zone) {
        return new Drawing(course, happened, width, height, zone).chart();
    }

    private static final class Drawing {
        private final Course course;
        private final List<When> happened;
        private final int width;
        private final int height;
        private final ZoneId zone;
        private final Box plot;
        private final List<String> lanes;
        private final Axis time;
        private final Axis level;
        private final Instant from;
        private final Instant to;

        Drawing(Course course, List<When> happened, int width, int height, ZoneId zone) {
            this.course = course;
            this.width = width;
            this.height = height;
            this.zone = zone;
            Instant firstEntry = course.entries().getFirst().at();
            Instant lastEntry = course.entries().getLast().at();
            Instant firstSession = course.first().orElse(firstEntry);
            this.from = (firstSession.isBefore(firstEntry) ? firstSession : firstEntry).minus(Duration.ofHours(12));
            Instant latest = happened.stream()
                    .filter(When::isMoment)
                    .map(When::at)
                    .filter(lastEntry::isBefore)
                    .max(Instant::compareTo)
                    .orElse(lastEntry);
            this.to = latest.plus(Duration.ofHours(12));
            this.happened = happened.stream()
                    .filter(one -> !one.until().isBefore(from) && !one.at().isAfter(to))
                    .toList();
            this.lanes = LANES.stream()
                    .filter(look ->
                            this.happened.stream().anyMatch(one -> one.look().equals(look)))
                    .toList();
            this.plot = new Box(32, 14.0 + LANE * lanes.size(), width - 12, height - 30);
            this.time = new Axis(0, Duration.between(from, to).toSeconds(), plot.left(), plot.right());
            this.level = new Axis(low(), high(), plot.bottom(), plot.top());
        }

        DiaryChart chart() {
            List<String> upper = new ArrayList<>();
            List<String> lower = new ArrayList<>();
            List<String> middle = new ArrayList<>();
            course.expected().ifPresent(expected -> band(expected, upper, lower, middle));
            return new DiaryChart(
                    width,
                    height,
                    plot,
                    shaded(),
                    upper.isEmpty()
                            ? ""
                            : "M" + String.join("L", upper) + "L" + String.join("L", lower.reversed()) + "Z",
                    middle.isEmpty() ? "" : "M" + String.join("L", middle),
                    line(),
                    course.entries().stream()
                            .map(entry -> new Dot(x(entry.at()), level.at(entry.value())))
                            .toList(),
                    days(),
                    levels(),
                    happened.stream()
                            .filter(one -> !one.look().equals(WITHOUT))
                            .map(this::placed)
                            .toList());
        }

        private double low() {
            return course.measured().measure().low();
        }

        private double high() {
            return course.measured().measure().high();
        }

        private List<Tick> levels() {
            double step = ForestChart.step(high() - low());
            return DoubleStream.iterate(Math.ceil(low() / step) * step, at -> at <= high(), at -> at + step)
                    .mapToObj(at -> new Tick(level.at(at), ForestChart.tick(at, step)))
                    .toList();
        }

        private List<Shade> shaded() {
            List<Shade> shaded = new ArrayList<>();
            course.first().ifPresent(first -> shaded.add(shade(from, first)));
            happened.stream()
                    .filter(one -> one.look().equals(WITHOUT))
                    .forEach(one -> shaded.add(shade(one.at(), one.until())));
            return shaded.stream().filter(shade -> shade.width() > 0).toList();
        }

        private Shade shade(Instant start, Instant end) {
            double left = inside(start);
            return new Shade(left, inside(end) - left);
        }

        /** Where an instant lies, at the edge where it lies outside. */
        private double inside(Instant at) {
            return Math.clamp(x(at), plot.left(), plot.right());
        }

        private double x(Instant at) {
            return time.at(Duration.between(from, at).toSeconds());
        }

        private void band(ExpectedCourse expected, List<String> upper, List<String> lower, List<String> middle) {
            Instant start = course.first().orElse(course.entries().getLast().at());
            Instant last = to;
            UnaryOperator<Double> inside = value -> Math.clamp(value, low(), high());
            long seconds = Duration.between(start, last).toSeconds();
            for (int i = 0; i <= BAND_STEPS; i++) {
                Instant at = start.plusSeconds(seconds * i / BAND_STEPS);
                var there = expected.at(course.day(at));
                double[] ends = there.interval(BAND);
                String x = String.valueOf(x(at));
                upper.add(x + " " + level.at(inside.apply(ends[1])));
                lower.add(x + " " + level.at(inside.apply(ends[0])));
                middle.add(x + " " + level.at(inside.apply(there.median())));
            }
        }

        private String line() {
            StringBuilder path = new StringBuilder();
            Optional<Instant> before = Optional.empty();
            for (Course.Entry entry : course.entries()) {
                boolean goesOn = before.isPresent()
                        && Duration.between(before.get(), entry.at()).compareTo(GAP) <= 0;
                path.append(goesOn ? 'L' : 'M')
                        .append(x(entry.at()))
                        .append(' ')
                        .append(level.at(entry.value()));
                before = Optional.of(entry.at());
            }
            return path.toString();
        }

        private Happening placed(When one) {
            double lane = 14.0 + LANE * lanes.indexOf(one.look());
            double left = inside(one.at());
            double width = one.isMoment() ? 0 : Math.max(4, inside(one.until()) - left);
            return new Happening(left, width, lane, one.look(), one.said());
        }

        private List<Tick> days() {
            double span = Duration.between(from, to).toHours() / 24.0;
            int most = Math.max(2, width / 110);
            int step = STEPS_IN_DAYS[STEPS_IN_DAYS.length - 1];
            for (int candidate : STEPS_IN_DAYS) {
                if (span / candidate <= most) {
                    step = candidate;
                    break;
                }
            }
            List<Tick> ticks = new ArrayList<>();
            LocalDate day = from.atZone(zone).toLocalDate().plusDays(1);
            LocalDate end = to.atZone(zone).toLocalDate();
            for (; !day.isAfter(end); day = day.plusDays(step)) {
                double at = x(day.atStartOfDay(zone).toInstant());
                if (at < plot.right() - 20) {
                    ticks.add(new Tick(at, day.format(step >= 91 ? MONTH : DAY)));
                }
            }
            return ticks;
        }
    }
}
