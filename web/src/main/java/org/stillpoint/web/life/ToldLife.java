package org.stillpoint.web.life;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.EventKind;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.life.LifeStory.Happening;
import org.stillpoint.web.life.LifeStory.Kind;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** A client's life as the model plays it: from what was told, marked and answered, and from nothing else. */
final class ToldLife {

    /** Age that is taken where the year of birth was not told, so that the model's capacity has a value; the page says so. */
    static final int AGE_WHERE_UNKNOWN = 40;

    /** Years shown before the first thing that was told, and after today. */
    private static final double BEFORE = 1;

    private static final double AFTER = 0.5;
    private static final double DAYS_IN_YEAR = 365.2425; // mean Gregorian year

    private final Places places;
    private final Bracing bracing;
    private final ZoneId zone;
    private final double birth;
    private final double today;
    private final List<Happening> happenings = new ArrayList<>();

    private ToldLife(Client client, Places places, LifeModel model, Clock clock) {
        this.places = places;
        this.bracing = model.bracing();
        this.zone = clock.getZone();
        LocalDate now = LocalDate.now(clock);
        // Born in the middle of the year, as far as anyone knows.
        this.birth = client.yearOfBirth().orElse(now.getYear() - AGE_WHERE_UNKNOWN) + 0.5;
        this.today = year(now);
    }

    static LifeStory of(
            Client client,
            List<TraumaEvent> events,
            List<Session> sessions,
            List<CheckIn> checkIns,
            Places places,
            LifeModel model,
            Clock clock) {
        ToldLife life = new ToldLife(client, places, model, clock);
        events.forEach(event -> life.event(event, LocalDate.now(clock)));
        sessions.forEach(life::session);
        checkIns.forEach(life::checkIn);
        life.happenings.sort(Comparator.comparingDouble(Happening::age));
        double first = life.happenings.isEmpty()
                ? life.age(life.today) - 1
                : life.happenings.getFirst().age();
        return new LifeStory(Math.max(0, first - BEFORE), life.age(life.today) + AFTER, life.birth, life.happenings);
    }

    private void event(TraumaEvent event, LocalDate now) {
        Told told = event.told();
        double age = age(today - told.when().yearsBefore(now));
        List<String> codes = told.places().stream()
                .filter(places::has)
                .map(code -> code.value())
                .toList();
        EventKind kind = EventKind.valueOf(told.kind().name());
        double[] doses = bracing.doses(new ToldEvent(
                event.id().toString(),
                kind,
                mechanism(kind, told),
                codes,
                told.severity().value(),
                told.emotionalIntensity().value()));
        happenings.add(new Happening(
                event.id().toString(),
                Kind.EVENT,
                age,
                told.kind().words(),
                Words.when(told.when()),
                (told.places().isEmpty() ? "No place named" : places.names(told.places())) + ". "
                        + sentence(event.provenance().words()),
                String.join(" ", codes),
                List.of(new LifeEvent.Strike(
                        age,
                        doses,
                        told.severity().value() / 10,
                        told.emotionalIntensity().value() / 10))));
    }

    /** The mechanism where what was told is one that the model knows, word for word; the text is never interpreted. */
    private String mechanism(EventKind kind, Told told) {
        String said = told.mechanism().value().strip().toLowerCase(Locale.ROOT);
        return bracing.mechanisms(kind).contains(said) ? said : "";
    }

    private void session(Session session) {
        for (Mark mark : session.standingMarks()) {
            if (mark.moment() instanceof Moment.Release(Site site, double extent) && known(site)) {
                double age = age(mark.tappedAt());
                List<LifeEvent> changes = releases(site, extent, age);
                happenings.add(new Happening(
                        mark.id().toString(),
                        Kind.RELEASE,
                        age,
                        "Release: " + places.name(site).toLowerCase(Locale.ROOT),
                        Words.shortDay(mark.tappedAt(), zone),
                        Words.percent(extent) + ", as marked in the session.",
                        changes.stream()
                                .map(change -> places.muscles()
                                        .get(((LifeEvent.Release) change).muscle())
                                        .id())
                                .collect(Collectors.joining(" ")),
                        changes));
            }
        }
    }

    private boolean known(Site site) {
        return switch (site) {
            case Site.Muscle(String id) -> places.hasMuscle(id);
            case Site.Region(var code) -> places.has(code);
        };
    }

    /** A release that was marked on a region reaches the muscles under it, each by how much of it lies there. */
    private List<LifeEvent> releases(Site site, double extent, double age) {
        return switch (site) {
            case Site.Muscle(String id) -> List.of(new LifeEvent.Release(age, places.muscleIndex(id), extent));
            case Site.Region(var code) -> {
                double[] under =
                        bracing.doses(new ToldEvent("release", EventKind.INJURY, "", List.of(code.value()), 0, 0));
                yield IntStream.range(0, under.length)
                        .filter(m -> under[m] > 0)
                        .<LifeEvent>mapToObj(m -> new LifeEvent.Release(age, m, extent * under[m]))
                        .toList();
            }
        };
    }

    /** Stress, tension and anxiety together are the arousal of the model from here to the next check-in. */
    private void checkIn(CheckIn checkIn) {
        var answers = checkIn.answers();
        double level = (answers.stress().value()
                        + answers.tension().value()
                        + answers.anxiety().value())
                / 30;
        double age = age(checkIn.at());
        happenings.add(new Happening(
                checkIn.id().toString(),
                Kind.AROUSAL,
                age,
                "",
                "",
                "",
                "",
                List.of(new LifeEvent.Arousal(age, level))));
    }

    private double age(Instant at) {
        return age(year(at.atZone(zone).toLocalDate())
                + at.atZone(zone).toLocalTime().toSecondOfDay() / 86400.0 / DAYS_IN_YEAR);
    }

    /** Never below 0: someone may tell an event of the year of birth. */
    private double age(double year) {
        return Math.clamp(year - birth, 0, 120);
    }

    private static double year(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1) / DAYS_IN_YEAR;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
