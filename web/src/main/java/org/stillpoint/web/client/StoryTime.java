package org.stillpoint.web.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.stillpoint.chart.BrokenAxis;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Shape;
import org.stillpoint.practice.client.StoryEntry;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.Places;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's story on one scale of time: years to the left, weeks to the right. Places on it are percent of its width.
 *
 * @param rows the story in words
 * @param marks what stands in the lanes
 * @param pain the pain of the check-ins as a line: path data, 0 to 1000 across, and from 0 (the worst) down to 10 (none)
 * @param ticks the days that are written under it
 * @param gapStart where the years end
 * @param gapEnd where the weeks begin; the same where there are no years
 * @param stops where one can stand, as JSON: where it lies, what is said there, its row, and whether the body changes; the last is now
 * @param days what lies on the body at each stop, as JSON
 * @param now what is said of now
 */
public record StoryTime(
        List<StoryRow> rows,
        List<LaneMark> marks,
        String pain,
        List<StoryTick> ticks,
        double gapStart,
        double gapEnd,
        String stops,
        String days,
        String now) {

    /** Own choice, 2026: what was so near to the first visit belongs to it. */
    private static final int DAYS_AROUND = 3;

    /** Own choice, 2026: fewer than four weeks are no weeks to look back on. */
    private static final int LEAST_DAYS = 28;

    /** Own choice, 2026: less than a year, in days, is no life before. */
    private static final int LEAST_YEARS = 365;

    /** As in the diary's own chart: entries farther apart are not joined. */
    private static final double JOINED_DAYS = 21;

    /** Percent of a scale 280 pixels wide that a month with its year takes. */
    private static final double TICK_ROOM = 19;

    /** Own choice, 2026: percent at either end within which the middle of a label would take it off the scale. */
    private static final double FIRST_INSIDE = 2;

    private static final double LAST_INSIDE = 96;
    private static final int MOST_YEARS = 4;
    private static final int MOST_WEEKS = 6;
    private static final JsonMapper JSON = new JsonMapper();

    /** From the top down. */
    public enum Lane {
        TOLD,
        SESSION,
        MAP,
        FOUND,
        RELEASED
    }

    /**
     * Something in a lane.
     *
     * @param item the row it belongs to
     */
    public record LaneMark(Lane lane, double x, String item) {}

    /**
     * A day that is written under the scale.
     *
     * @param anchor which of its points lies at {@code x}: at the ends it is written inwards
     * @param more whether it is written where there is room alone
     */
    public record StoryTick(double x, String label, Shape.Anchor anchor, boolean more) {

        /** As SVG says it. */
        public String textAnchor() {
            return anchor.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where one can stand. */
    private record StoryStop(double x, String said, String item, boolean changes) {}

    static StoryTime of(List<StoryEntry> entries, OptionalInt birth, Instant added, Places places, Instant now) {
        ZoneId zone = places.speaker().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        BrokenAxis axis = axis(entries, birth, added, now, zone);
        StoryRows words = new StoryRows(places, today);
        List<StoryRow> rows = words.of(entries);
        List<LaneMark> marks = new ArrayList<>();
        List<StoryStop> stops = new ArrayList<>();
        for (StoryRow row : rows) {
            for (StoryEntry entry : entries.subList(row.first(), row.last() + 1)) {
                double x = hundredths(axis.at(day(entry.at(), zone)));
                lanes(entry).forEach(lane -> marks.add(new LaneMark(lane, x, row.id())));
                stops.add(new StoryStop(x, words.at(entry), row.id(), !(entry instanceof StoryEntry.OfCheckIn)));
            }
        }
        stops.add(new StoryStop(100, words.now(), "", true));
        return new StoryTime(
                rows,
                marks,
                pain(entries, axis, zone),
                ticks(axis, Labels.of(places.speaker().locale())),
                axis.gapStart(),
                axis.gapEnd(),
                JSON.writeValueAsString(stops),
                BodyLayers.throughout(entries, places).json(),
                words.now());
    }

    /** From birth, or the first that is told, to now; weeks begin with the first that was done or heard, four weeks ago at the latest. */
    static BrokenAxis axis(List<StoryEntry> entries, OptionalInt birth, Instant added, Instant now, ZoneId zone) {
        double last = day(now, zone);
        double turn = Math.min(
                last - LEAST_DAYS,
                entries.stream()
                                .filter(entry -> !(entry instanceof StoryEntry.OfEvent))
                                .mapToDouble(entry -> day(entry.at(), zone))
                                .reduce(day(added, zone), Math::min)
                        - DAYS_AROUND);
        double told =
                entries.isEmpty() ? turn : Math.min(turn, day(entries.getFirst().at(), zone));
        double first = birth.isEmpty()
                ? told
                : Math.min(told, (double) LocalDate.of(birth.getAsInt(), 1, 1).toEpochDay());
        return new BrokenAxis(first, turn - first < LEAST_YEARS ? first : turn, last, 0, 100);
    }

    /** Days since 1 January 1970, with fractions, by the practice's clock. */
    private static double day(Instant at, ZoneId zone) {
        LocalDateTime there = LocalDateTime.ofInstant(at, zone);
        return there.toLocalDate().toEpochDay() + there.toLocalTime().toSecondOfDay() / 86_400.0;
    }

    private static List<Lane> lanes(StoryEntry entry) {
        return switch (entry) {
            case StoryEntry.OfEvent event -> List.of(Lane.TOLD);
            case StoryEntry.OfMap map -> List.of(Lane.MAP);
            case StoryEntry.OfCheckIn checkIn -> List.of();
            case StoryEntry.OfSession(int number, Session session) -> {
                List<Lane> lanes = new ArrayList<>(List.of(Lane.SESSION));
                if (any(session, Moment.SiteEngaged.class)) {
                    lanes.add(Lane.FOUND);
                }
                if (any(session, Moment.Release.class)) {
                    lanes.add(Lane.RELEASED);
                }
                yield lanes;
            }
        };
    }

    private static boolean any(Session session, Class<? extends Moment> kind) {
        return session.standingMarks().stream().anyMatch(mark -> kind.isInstance(mark.moment()));
    }

    private static String pain(List<StoryEntry> entries, BrokenAxis axis, ZoneId zone) {
        StringBuilder path = new StringBuilder();
        double before = Double.NEGATIVE_INFINITY;
        for (StoryEntry entry : entries) {
            if (entry instanceof StoryEntry.OfCheckIn(var checkIn)) {
                double day = day(entry.at(), zone);
                String at = String.format(
                        Locale.ROOT,
                        "%.1f %.1f",
                        10 * axis.at(day),
                        10 - checkIn.answers().pain().value());
                // one that stands alone is joined to itself: its round ends are a dot
                path.append(day - before > JOINED_DAYS ? "M" + at + "L" : "L").append(at);
                before = day;
            }
        }
        return path.toString();
    }

    /** From the right, which is now: where the scale is narrow, a label is left out that the next one leaves no room for. */
    private static List<StoryTick> ticks(BrokenAxis axis, Labels labels) {
        List<StoryTick> ticks = new ArrayList<>();
        double taken = 100 + TICK_ROOM;
        for (BrokenAxis.TimeTick tick :
                axis.ticks(MOST_YEARS, MOST_WEEKS, labels).reversed()) {
            Shape.Anchor anchor = anchor(tick.at());
            double middle = tick.at()
                    + switch (anchor) {
                        case START -> TICK_ROOM / 2;
                        case MIDDLE -> 0;
                        case END -> -TICK_ROOM / 2;
                    };
            boolean more = taken - middle < TICK_ROOM;
            taken = more ? taken : middle;
            ticks.add(new StoryTick(hundredths(tick.at()), tick.label(), anchor, more));
        }
        return ticks.reversed();
    }

    private static Shape.Anchor anchor(double at) {
        if (at < FIRST_INSIDE) {
            return Shape.Anchor.START;
        }
        return at > LAST_INSIDE ? Shape.Anchor.END : Shape.Anchor.MIDDLE;
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    public boolean isBroken() {
        return gapEnd > gapStart;
    }
}
