package org.stillpoint.web.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;

/**
 * A session on one scale of minutes. Places on it are percent of its width and pixels of its height.
 *
 * @param rows the lanes in which anything stands, from the top down
 * @param dots what stands in them
 * @param distress how it went, as a line: path data, 0 to 1000 across, and from 0 (the most) down to 10 (none)
 * @param stops where the client gave the stop signal
 * @param ticks the minutes that are written under it
 * @param bottom where the scale lies
 */
public record MinuteLine(
        List<MinuteRow> rows,
        List<MinuteDot> dots,
        String distress,
        List<Double> stops,
        List<MinuteTick> ticks,
        int bottom) {

    private static final int LOW = 22;
    private static final int TALL = 44;
    private static final int EDGE = 5;
    private static final int MOST_TICKS = 6;
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 15, 30, 60, 120);

    /** From the top down. */
    public enum MinuteLane {
        SITE,
        SIGN,
        MEMORY,
        RELEASED,
        DISTRESS
    }

    /**
     * A lane.
     *
     * @param top where it begins
     */
    public record MinuteRow(MinuteLane lane, int top, int height) {
        public int middle() {
            return top + height / 2;
        }

        /** Where the most of a score lies. */
        public int first() {
            return top + EDGE;
        }

        /** Between the most and none of a score. */
        public int span() {
            return height - 2 * EDGE;
        }

        private int at(Score0To10 score) {
            return (int) Math.round(first() + span() * (1 - score.value() / Score0To10.MOST));
        }
    }

    /**
     * A mark in a lane.
     *
     * @param said what was marked, and when
     */
    public record MinuteDot(MinuteLane lane, double x, int y, String said) {}

    public record MinuteTick(double x, int minute) {}

    /** What is said of a mark where it stands. */
    interface MarkTold {
        String of(Mark mark);
    }

    static MinuteLine of(EndedSession session, MarkTold told) {
        List<Mark> marks = SessionFacts.inOrder(session);
        Duration whole = marks.stream()
                .map(mark -> Duration.between(session.startedAt(), mark.tappedAt()))
                .reduce(session.length(), (one, other) -> one.compareTo(other) < 0 ? other : one);
        double seconds = Math.max(1, whole.toSeconds());
        Map<MinuteLane, MinuteRow> rows = rows(marks);
        List<MinuteDot> dots = new ArrayList<>();
        List<Double> stops = new ArrayList<>();
        StringBuilder distress = new StringBuilder();
        for (Mark mark : marks) {
            double x = hundredths(
                    100 * Duration.between(session.startedAt(), mark.tappedAt()).toSeconds() / seconds);
            lane(mark.moment()).map(rows::get).ifPresent(row -> dots.add(dot(row, x, mark, told)));
            SessionFacts.distress(mark.moment()).ifPresent(score -> line(distress, x, score));
            if (mark.moment() instanceof Moment.StopSignal || mark.moment() instanceof Moment.ConsentEnded) {
                stops.add(x);
            }
        }
        return new MinuteLine(
                List.copyOf(rows.values()),
                dots,
                distress.toString(),
                stops,
                ticks(seconds / 60),
                rows.values().stream().mapToInt(MinuteRow::height).sum());
    }

    private static MinuteDot dot(MinuteRow row, double x, Mark mark, MarkTold told) {
        int y = SessionFacts.distress(mark.moment()).map(row::at).orElse(row.middle());
        return new MinuteDot(row.lane(), x, y, told.of(mark));
    }

    private static Map<MinuteLane, MinuteRow> rows(List<Mark> marks) {
        Map<MinuteLane, MinuteRow> rows = new EnumMap<>(MinuteLane.class);
        int top = 0;
        for (MinuteLane lane : MinuteLane.values()) {
            if (marks.stream()
                    .anyMatch(mark -> lane(mark.moment()).filter(lane::equals).isPresent())) {
                int height = lane == MinuteLane.DISTRESS ? TALL : LOW;
                rows.put(lane, new MinuteRow(lane, top, height));
                top += height;
            }
        }
        return rows;
    }

    private static Optional<MinuteLane> lane(Moment moment) {
        return switch (moment) {
            case Moment.SiteEngaged any -> Optional.of(MinuteLane.SITE);
            case Moment.SignOfRelease any -> Optional.of(MinuteLane.SIGN);
            case Moment.Stillpoint any -> Optional.of(MinuteLane.SIGN);
            case Moment.SignificanceStop any -> Optional.of(MinuteLane.SIGN);
            case Moment.PositionTaken any -> Optional.of(MinuteLane.SIGN);
            case Moment.Observed any -> Optional.of(MinuteLane.SIGN);
            case Moment.MemorySurfaced any -> Optional.of(MinuteLane.MEMORY);
            case Moment.ImageAppeared any -> Optional.of(MinuteLane.MEMORY);
            case Moment.EmotionFelt any -> Optional.of(MinuteLane.MEMORY);
            case Moment.Release any -> Optional.of(MinuteLane.RELEASED);
            case Moment.ReleaseFelt any -> Optional.of(MinuteLane.RELEASED);
            default -> SessionFacts.distress(moment).map(score -> MinuteLane.DISTRESS);
        };
    }

    private static void line(StringBuilder path, double x, Score0To10 score) {
        path.append(path.isEmpty() ? 'M' : 'L')
                .append(String.format(Locale.ROOT, "%.1f %.1f", 10 * x, Score0To10.MOST - score.value()));
    }

    private static List<MinuteTick> ticks(double minutes) {
        int step = STEPS.stream()
                .filter(each -> minutes / each < MOST_TICKS)
                .findFirst()
                .orElse((int) Math.ceil(minutes / MOST_TICKS));
        return IntStream.rangeClosed(0, (int) (minutes / step))
                .map(i -> i * step)
                .mapToObj(minute -> new MinuteTick(hundredths(100 * minute / minutes), minute))
                .toList();
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
