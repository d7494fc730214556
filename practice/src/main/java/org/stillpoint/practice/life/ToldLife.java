package org.stillpoint.practice.life;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.body.ToldOnBody;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;

/** A client's life as the model plays it: from what was told, marked and answered, and from nothing else. */
public final class ToldLife {

    /** Age that is taken where the year of birth was not told, so that the model's capacity has a value; the page says so. */
    public static final int AGE_WHERE_UNKNOWN = 40;

    /** Years shown before the first thing that was told, and after today. */
    private static final double BEFORE = 1;

    private static final double AFTER = 0.5;
    private static final double DAYS_IN_YEAR = 365.2425; // mean Gregorian year
    private static final double SECONDS_IN_DAY = 86_400;

    private final Atlas atlas;
    private final ToldOnBody onBody;
    private final ZoneId zone;
    private final double birth;
    private final LocalDate now;
    private final double today;
    private final List<Happening> happenings = new ArrayList<>();

    private ToldLife(Client client, StandardBody body, ToldOnBody onBody, Clock clock) {
        this.atlas = body.atlas();
        this.onBody = onBody;
        this.zone = clock.getZone();
        this.now = LocalDate.now(clock);
        // Born in the middle of the year, as far as anyone knows.
        this.birth = client.yearOfBirth().orElse(now.getYear() - AGE_WHERE_UNKNOWN) + 0.5;
        this.today = year(now);
    }

    static LifeStory of(
            Client client,
            List<TraumaEvent> events,
            List<? extends Session> sessions,
            List<CheckIn> checkIns,
            StandardBody body,
            ToldOnBody onBody,
            Clock clock) {
        ToldLife life = new ToldLife(client, body, onBody, clock);
        events.forEach(life::event);
        sessions.forEach(life::session);
        checkIns.forEach(life::checkIn);
        life.happenings.sort(Comparator.comparingDouble(Happening::age));
        double first = life.happenings.isEmpty()
                ? life.age(life.today) - 1
                : life.happenings.getFirst().age();
        return new LifeStory(
                Math.max(0, first - BEFORE),
                life.age(life.today) + AFTER,
                OptionalDouble.of(life.birth),
                life.happenings);
    }

    private void event(TraumaEvent event) {
        double age = age(today - event.told().when().yearsBefore(now));
        happenings.add(new Happening.Struck(event, age, onBody.places(event), onBody.doses(event)));
    }

    private void session(Session session) {
        for (Mark mark : session.standingMarks()) {
            if (mark.moment() instanceof Moment.Release(Site site, double extent) && known(site)) {
                double age = age(mark.tappedAt());
                List<LifeEvent.MuscleRelease> releases = releases(site, extent, age);
                happenings.add(new Happening.Released(
                        mark,
                        site,
                        extent,
                        age,
                        releases.stream()
                                .map(each -> new MuscleId(atlas.muscles()
                                        .list()
                                        .get(each.muscle())
                                        .id()))
                                .toList(),
                        List.copyOf(releases)));
            }
        }
    }

    private boolean known(Site site) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) ->
                atlas.muscles().find(id.value()).isPresent();
            case Site.RegionSite(var code) -> onBody.has(code);
        };
    }

    /** A release that was marked on a region reaches the muscles under it, each by how much of it lies there. */
    private List<LifeEvent.MuscleRelease> releases(Site site, double extent, double age) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) ->
                List.of(new LifeEvent.MuscleRelease(age, atlas.muscles().indexOf(id.value()), extent));
            case Site.RegionSite(var code) -> {
                double[] under = onBody.under(code);
                yield IntStream.range(0, under.length)
                        .filter(m -> under[m] > 0)
                        .mapToObj(m -> new LifeEvent.MuscleRelease(age, m, extent * under[m]))
                        .toList();
            }
        };
    }

    /** Stress, tension and anxiety together, as far as they were asked, are the arousal of the model from here to the next check-in. */
    private void checkIn(CheckIn checkIn) {
        var answers = checkIn.answers();
        OptionalDouble level = Stream.of(answers.stress(), answers.tension(), answers.anxiety())
                .flatMap(Optional::stream)
                .mapToDouble(ToldLife::share)
                .average();
        double age = age(checkIn.at());
        List<LifeEvent> events =
                level.isPresent() ? List.of(new LifeEvent.Arousal(age, level.getAsDouble())) : List.of();
        happenings.add(new Happening.Answered(checkIn, age, events));
    }

    private static double share(Score0To10 score) {
        return score.value() / Score0To10.MOST;
    }

    private double age(Instant at) {
        return age(year(at.atZone(zone).toLocalDate())
                + at.atZone(zone).toLocalTime().toSecondOfDay() / SECONDS_IN_DAY / DAYS_IN_YEAR);
    }

    /** Never below 0: someone may tell an event of the year of birth. */
    private double age(double year) {
        return Math.clamp(year - birth, 0, 120);
    }

    private static double year(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1) / DAYS_IN_YEAR;
    }
}
