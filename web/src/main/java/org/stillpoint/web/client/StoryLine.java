package org.stillpoint.web.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.chart.Axis;
import org.stillpoint.chart.Ticks;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.Dates;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.LifeSentences;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.Speaker;

/**
 * Events and sessions by year, left to right.
 *
 * @param firstYear where the line starts
 * @param lastYear where it ends: this year
 * @param items the earliest first
 */
public record StoryLine(int firstYear, int lastYear, List<Item> items) {

    /** Width of the picture in its own units; the drawing is scaled to the column. */
    public static final int WIDTH = 300;

    private static final int MARGIN = 12;

    /** From year to year, so that seven at the most stand beside one another in the width of a column. */
    private static final int MOST_STEPS = 6;

    /**
     * One thing that happened.
     *
     * @param id for addresses
     * @param session whether it is a session, else it is a told event
     * @param title what it was
     * @param when when, in words
     * @param detail where and how it is known, or how long
     * @param places codes of the places on the body, blank-separated
     * @param year the year with its fraction
     * @param address its own page
     */
    public record Item(
            String id,
            boolean session,
            String title,
            String when,
            String detail,
            String places,
            double year,
            String address) {}

    static StoryLine of(
            List<TraumaEvent> events, List<Session> sessions, OptionalInt birth, Places places, LocalDate today) {
        List<Item> items = new ArrayList<>();
        for (TraumaEvent event : events) {
            items.add(item(event, places, today));
        }
        for (Session session : sessions) {
            items.add(item(session, places.speaker()));
        }
        items.sort(Comparator.comparingDouble(Item::year));
        int first = birth.orElse(
                items.isEmpty() ? today.getYear() - 1 : (int) items.getFirst().year());
        return new StoryLine(Math.min(first, today.getYear() - 1), today.getYear() + 1, List.copyOf(items));
    }

    /** Where a year lies on the picture, in its own units. */
    public double x(double year) {
        return Math.round(new Axis(firstYear, lastYear, MARGIN, WIDTH - MARGIN).inside(year) * 10) / 10.0;
    }

    /** The years that are written under the line: round ones, and each where there are few. */
    public List<Integer> ticks() {
        int most = Math.min(MOST_STEPS, lastYear - firstYear);
        return Arrays.stream(Ticks.within(firstYear, lastYear, most).values())
                .mapToObj(year -> (int) Math.round(year))
                .toList();
    }

    private static Item item(TraumaEvent event, Places places, LocalDate today) {
        var told = event.told();
        double year = told.when().first().getYear()
                + (told.when().first().getDayOfYear() + told.when().last().getDayOfYear()) / 2.0 / 366
                + (told.when().last().getYear() - told.when().first().getYear()) / 2.0;
        Speaker speaker = places.speaker();
        return new Item(
                event.id().toString(),
                false,
                speaker.name(told.kind()),
                speaker.say(new EventWords.WhenAndAgo(told.when(), Dates.ago(told.when(), today))),
                speaker.say(new LifeSentences(places.names()).whereAndKnown(told.places(), event.provenance())),
                told.places().stream().map(Object::toString).collect(Collectors.joining(" ")),
                year,
                "/clients/" + event.client() + "/events/" + event.id());
    }

    private static Item item(Session session, Speaker speaker) {
        LocalDate day = LocalDate.ofInstant(session.startedAt(), speaker.zone());
        return new Item(
                session.id().toString(),
                true,
                speaker.say(SessionWords.TITLE),
                speaker.shortDay(day),
                session instanceof EndedSession ended
                        ? speaker.length(ended.length())
                        : speaker.say(ClientWords.GOES_ON),
                session.standingMarks().stream()
                        .map(StoryLine::place)
                        .filter(place -> !place.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                day.getYear() + day.getDayOfYear() / 366.0,
                "/sessions/" + session.id());
    }

    private static String place(Mark mark) {
        return switch (mark.moment()) {
            case Moment.SiteEngaged(var site, var technique) -> code(site);
            case Moment.Release(var site, var extent) -> code(site);
            default -> "";
        };
    }

    private static String code(Site site) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) -> id.value();
            case Site.RegionSite(var code) -> code.value();
        };
    }
}
