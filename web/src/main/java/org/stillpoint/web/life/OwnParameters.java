package org.stillpoint.web.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stillpoint.memory.person.Interval;
import org.stillpoint.memory.person.OwnCourse;
import org.stillpoint.memory.person.OwnRelease;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.History;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.web.view.Places;

/** What sessions and check-ins say of how one person lets go, adapts and hurts, partly pooled over the practice. */
@Component
public final class OwnParameters {

    /** Others who are looked at: more would hardly narrow what is known of one person, and would keep a page waiting. */
    private static final int MOST_OTHERS = 60;

    /** Weeks that are looked at, the latest. */
    private static final int MOST_WEEKS = 104;

    private static final int DAYS_IN_WEEK = 7;

    private final Clients clients;
    private final History history;
    private final Sessions sessions;
    private final CheckIns checkIns;
    private final Places places;
    private final LifeModel model;
    private final Clock clock;
    private final Map<Id<Client>, Kept> kept = new ConcurrentHashMap<>();

    OwnParameters(
            Clients clients,
            History history,
            Sessions sessions,
            CheckIns checkIns,
            Places places,
            LifeModel model,
            Clock clock) {
        this.clients = clients;
        this.history = history;
        this.sessions = sessions;
        this.checkIns = checkIns;
        this.places = places;
        this.model = model;
        this.clock = clock;
    }

    /**
     * What is known of one person.
     *
     * @param release share of what is held that lets go at a release, on average
     * @param releases of this person
     * @param othersReleases of the others
     * @param course how this person adapts and hurts
     * @param weeks with check-ins of this person
     * @param others whose releases or check-ins count
     */
    record Known(Interval release, int releases, int othersReleases, OwnCourse.Answer course, int weeks, int others) {}

    /** What one client's readings say, and what it was worked out from. */
    private record Kept(int from, List<Double> extents, OwnCourse.Evidence evidence, int weeks) {
        boolean says() {
            return weeks > 0 || !extents.isEmpty();
        }
    }

    /** Share of what is held that lets go at a release of this client, on average. */
    public Interval release(Client client) {
        List<List<Double>> others = clients.list().stream()
                .filter(each -> !each.id().equals(client.id()))
                .limit(MOST_OTHERS)
                .map(each -> extents(sessions.list(each.id())))
                .filter(extents -> !extents.isEmpty())
                .toList();
        return OwnRelease.of(extents(sessions.list(client.id())), others);
    }

    /** What is known of this client today. */
    Known of(Client client) {
        Kept own = kept(client);
        List<Client> all = clients.list();
        kept.keySet().retainAll(all.stream().map(Client::id).toList());
        List<Kept> others = all.stream()
                .filter(each -> !each.id().equals(client.id()))
                .limit(MOST_OTHERS)
                .map(this::kept)
                .filter(Kept::says)
                .toList();
        return new Known(
                OwnRelease.of(own.extents(), others.stream().map(Kept::extents).toList()),
                own.extents().size(),
                others.stream().mapToInt(each -> each.extents().size()).sum(),
                OwnCourse.of(own.evidence(), others.stream().map(Kept::evidence).toList()),
                own.weeks(),
                others.size());
    }

    private Kept kept(Client client) {
        List<TraumaEvent> events = history.list(client.id());
        List<Session> held = sessions.list(client.id());
        List<CheckIn> answered = checkIns.list(client.id());
        int from = Objects.hash(client, events, held, answered);
        return kept.compute(
                client.id(),
                (id, before) -> before != null && before.from() == from
                        ? before
                        : workedOut(from, client, events, held, answered));
    }

    private Kept workedOut(
            int from, Client client, List<TraumaEvent> events, List<Session> held, List<CheckIn> answered) {
        LifeStory story = ToldLife.of(client, events, held, answered, places, model, clock);
        List<OwnCourse.Reading> weeks = weeks(story, answered);
        return new Kept(
                from, extents(held), OwnCourse.evidence(model.memory(), story.changes(Set.of()), weeks), weeks.size());
    }

    private static List<Double> extents(List<Session> held) {
        return held.stream()
                .flatMap(session -> session.standingMarks().stream())
                .<Double>mapMulti((mark, each) -> {
                    if (mark.moment() instanceof Moment.Release release) {
                        each.accept(release.extent());
                    }
                })
                .toList();
    }

    /** Check-ins of one week are one reading: from day to day pain is too much alike for each to count. */
    private List<OwnCourse.Reading> weeks(LifeStory story, List<CheckIn> answered) {
        TreeMap<Long, List<CheckIn>> byWeek = answered.stream()
                .collect(Collectors.groupingBy(
                        each -> Math.floorDiv(day(each).toEpochDay(), (long) DAYS_IN_WEEK),
                        TreeMap::new,
                        Collectors.toList()));
        List<OwnCourse.Reading> readings = new ArrayList<>();
        for (List<CheckIn> week : byWeek.values()) {
            double pain = week.stream()
                    .mapToDouble(each -> each.answers().pain().value())
                    .average()
                    .orElseThrow();
            CheckIn middle = week.get(week.size() / 2);
            readings.add(new OwnCourse.Reading(story.age(middle.id().toString()), pain));
        }
        return readings.subList(Math.max(0, readings.size() - MOST_WEEKS), readings.size());
    }

    private LocalDate day(CheckIn checkIn) {
        return checkIn.at().atZone(clock.getZone()).toLocalDate();
    }
}
