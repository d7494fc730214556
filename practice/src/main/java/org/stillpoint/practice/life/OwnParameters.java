package org.stillpoint.practice.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.memory.person.CredibleInterval;
import org.stillpoint.memory.person.OwnCourse;
import org.stillpoint.memory.person.OwnRelease;
import org.stillpoint.practice.Forgets;
import org.stillpoint.practice.WorkedOut;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Records;

/** What sessions and check-ins say of how one person lets go, adapts and hurts, partly pooled over the practice. */
public final class OwnParameters implements Forgets {

    /** Others who are looked at: more would hardly narrow what is known of one person, and would keep a page waiting. */
    private static final int MOST_OTHERS = 60;

    /** Weeks that are looked at, the latest. */
    private static final int MOST_WEEKS = 104;

    private static final int DAYS_IN_WEEK = 7;

    private final StandardBody body;
    private final LifePlayer player;
    private final Clock clock;
    private final WorkedOut<PersonReadings> said = new WorkedOut<>();

    public OwnParameters(StandardBody body, LifePlayer player, Clock clock) {
        this.body = body;
        this.player = player;
        this.clock = clock;
    }

    /** What is known of one parameter: it lies between low and high with probability 0.9, on either side of the middle alike. */
    public record Plausible(double low, double middle, double high) {
        private static Plausible of(CredibleInterval interval) {
            return new Plausible(interval.low(), interval.middle(), interval.high());
        }
    }

    /**
     * What is known of one person.
     *
     * @param release share of what is held that lets go at a release, on average
     * @param releases of this person
     * @param othersReleases of the others
     * @param adapts factor on what the standard body takes up before anything is felt
     * @param hurts factor on how much what is felt hurts in the standard body
     * @param weeks with check-ins of this person
     * @param others whose releases or check-ins count
     */
    public record KnownPerson(
            Plausible release,
            int releases,
            int othersReleases,
            Plausible adapts,
            Plausible hurts,
            int weeks,
            int others) {

        /** The person with both factors at their middle. */
        public LifePlayer.PersonFactors middle() {
            return new LifePlayer.PersonFactors(adapts.middle(), hurts.middle());
        }
    }

    /** What one client's readings say. */
    private record PersonReadings(List<Double> extents, OwnCourse.PersonEvidence evidence, int weeks) {
        boolean something() {
            return weeks > 0 || !extents.isEmpty();
        }
    }

    /** Share of what is held that lets go at a release of this client, on average. */
    public Plausible release(Records records, Id<Client> client) {
        List<List<Double>> others = others(records, client)
                .map(each -> extents(records.sessions().list(each.id())))
                .filter(extents -> !extents.isEmpty())
                .toList();
        return Plausible.of(OwnRelease.of(extents(records.sessions().list(client)), others));
    }

    /** What is known of this client today. */
    public KnownPerson of(Records records, Client client) {
        List<Client> looked = others(records, client.id()).toList();
        said.keepOnly(Stream.concat(Stream.of(client), looked.stream())
                .map(Client::id)
                .toList());
        PersonReadings own = said(records, client);
        List<PersonReadings> others = looked.stream()
                .flatMap(each -> records.keeping().tryReading(each.id(), () -> said(records, each)).stream())
                .filter(PersonReadings::something)
                .toList();
        OwnCourse.PersonEstimate course = OwnCourse.of(
                own.evidence(), others.stream().map(PersonReadings::evidence).toList());
        return new KnownPerson(
                Plausible.of(OwnRelease.of(
                        own.extents(),
                        others.stream().map(PersonReadings::extents).toList())),
                own.extents().size(),
                others.stream().mapToInt(each -> each.extents().size()).sum(),
                Plausible.of(course.adapts()),
                Plausible.of(course.hurts()),
                own.weeks(),
                others.size());
    }

    /** The others, as many of them as are looked at; nobody who is made up, but for others who are. */
    private static Stream<Client> others(Records records, Id<Client> client) {
        boolean madeUp = records.clients().get(client).madeUp();
        return records.clients().search("", MOST_OTHERS + 1).stream()
                .filter(each -> !each.id().equals(client) && each.madeUp() == madeUp)
                .limit(MOST_OTHERS);
    }

    @Override
    public void forget(Id<Client> client) {
        said.forget(client);
    }

    /** Of how many clients something is kept in memory. */
    int keepsSomethingOf() {
        return said.size();
    }

    private PersonReadings said(Records records, Client client) {
        List<TraumaEvent> events = records.history().list(client.id());
        List<Session> held = records.sessions().list(client.id());
        List<CheckIn> answered = records.checkIns().list(client.id());
        return said.of(client.id(), Objects.hash(client, events, held, answered), () -> {
            LifeStory story = player.told(client, events, held, answered);
            List<OwnCourse.PainAtAge> weeks = weeks(story, answered);
            return new PersonReadings(
                    extents(held), OwnCourse.evidence(body.memory(), story.changes(Set.of()), weeks), weeks.size());
        });
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
    private List<OwnCourse.PainAtAge> weeks(LifeStory story, List<CheckIn> answered) {
        TreeMap<Long, List<CheckIn>> byWeek = answered.stream()
                .collect(Collectors.groupingBy(
                        each -> Math.floorDiv(day(each).toEpochDay(), (long) DAYS_IN_WEEK),
                        TreeMap::new,
                        Collectors.toList()));
        List<OwnCourse.PainAtAge> readings = new ArrayList<>();
        for (List<CheckIn> week : byWeek.values()) {
            double pain = week.stream()
                    .mapToDouble(each -> each.answers().pain().value())
                    .average()
                    .orElseThrow();
            CheckIn middle = week.get(week.size() / 2);
            readings.add(new OwnCourse.PainAtAge(story.age(middle.id().toString()), pain));
        }
        return readings.subList(Math.max(0, readings.size() - MOST_WEEKS), readings.size());
    }

    private LocalDate day(CheckIn checkIn) {
        return checkIn.day(clock.getZone());
    }
}
