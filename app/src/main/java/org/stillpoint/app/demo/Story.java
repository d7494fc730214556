package org.stillpoint.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.touch.TouchWish;

/** One made-up client's story, written into the record at the times it tells of. Days count back from today. */
final class Story {

    private static final LocalTime EARLY = LocalTime.of(8, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 30);

    private static final int QUARTER = 15;

    private final Visits visits;
    private final StoryClock clock;
    private final Id<Client> client;

    Story(Visits visits, StoryClock clock, String name, int yearOfBirth, int addedDaysAgo) {
        this.visits = visits;
        this.clock = clock;
        clock.set(at(clock, addedDaysAgo, MORNING));
        client = Id.random();
        visits.comes(client, name, yearOfBirth);
    }

    /** How they are reached, at the first visit. */
    Story reachedBy(String calledBy, String language, String phone, String email, RelatedPerson emergency) {
        visits.isReached(
                client,
                new ContactDetails(
                        new PrivateText(calledBy),
                        PrivateText.NONE,
                        new PrivateText(language),
                        new PrivateText(phone),
                        new PrivateText(email),
                        PrivateText.NONE,
                        Optional.empty(),
                        Optional.of(emergency)));
        return this;
    }

    /** What is to be known before a session, at the first visit. */
    Story beforehand(String reason, String stopSign, String cautions, Preferences preferences) {
        visits.tellsBeforehand(
                client,
                Background.NONE.with(
                        new PrivateText(reason), preferences, new PrivateText(stopSign), new PrivateText(cautions)));
        return this;
    }

    /** Where touch is welcome, at the first visit. */
    Story touch(TouchWish wish, String... places) {
        visits.saysAboutTouch(client, Arrays.stream(places).collect(Collectors.toMap(RegionCode::new, place -> wish)));
        return this;
    }

    /** Who sees to them elsewhere; told after {@link #beforehand}. */
    Story seenBy(String name, String profession, String phone) {
        visits.isSeenBy(
                client,
                new AddressEntry(
                        Id.random(),
                        new PrivateText(name),
                        new PrivateText(profession),
                        new PrivateText(phone),
                        PrivateText.NONE,
                        PrivateText.NONE,
                        true,
                        Version.FIRST));
        return this;
    }

    static RelatedPerson person(String name, String relation, String phone) {
        return new RelatedPerson(new PrivateText(name), new PrivateText(relation), new PrivateText(phone));
    }

    /** An event as told at a visit. */
    Story told(
            int daysAgo,
            EventKind kind,
            double yearsAgo,
            String how,
            String felt,
            int hard,
            int intense,
            String... places) {
        Instant then = go(daysAgo, MORNING);
        LocalDate day = then.atZone(clock.getZone()).toLocalDate();
        Told told = new Told(
                kind,
                EventDate.yearsAgo(yearsAgo, day),
                Arrays.stream(places).map(RegionCode::new).toList(),
                new PrivateText(how),
                Score0To10.of(hard),
                Score0To10.of(intense),
                new PrivateText(felt));
        visits.tells(client, told);
        return this;
    }

    /** An appointment so many days from today. */
    Story comes(int daysAhead, int hour, int minute) {
        visits.isToCome(
                client,
                LocalDate.ofInstant(clock.now(), clock.getZone()).plusDays(daysAhead),
                LocalTime.of(hour, minute));
        return this;
    }

    /** A body map. */
    Story hurts(int daysAgo, Map<String, Integer> pain) {
        go(daysAgo, MORNING);
        TreeMap<RegionCode, Score0To10> map = new TreeMap<>();
        pain.forEach((region, score) -> map.put(new RegionCode(region), Score0To10.of(score)));
        visits.hurts(client, map);
        return this;
    }

    /** What hands found on that day, an hour after the map: restrictions by muscle, 1 to 3. */
    Story handsFind(int daysAgo, Map<String, Integer> restricted) {
        clock.set(at(clock, daysAgo, MORNING.plusHours(1)));
        new TreeMap<>(restricted)
                .forEach((muscle, grade) -> visits.handsFind(client, new MuscleId(muscle), new Grade(grade)));
        return this;
    }

    /**
     * Check-ins every few days: pain wanders about a level that moves evenly from one value to another.
     *
     * @param seed of the wandering, so that the story is the same each time
     */
    Story checksIn(int fromDaysAgo, int toDaysAgo, int every, double from, double to, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double drift = 0;
        for (int day = fromDaysAgo; day >= toDaysAgo; day -= every) {
            double along = fromDaysAgo == toDaysAgo ? 1 : (fromDaysAgo - day) / (double) (fromDaysAgo - toDaysAgo);
            drift = 0.4 * drift + random.nextDouble(-0.4, 0.4);
            double pain = from + (to - from) * along + drift + random.nextDouble(-0.6, 0.6);
            Answers answers = new Answers(
                    half(pain),
                    half(pain * 0.5 + 2 + random.nextDouble(-1.5, 1.5)),
                    half(pain * 0.8 + 1 + random.nextDouble(-1, 1)),
                    half(pain * 0.4 + 1 + random.nextDouble(-1.5, 1.5)),
                    Optional.of(half(8 - pain * 0.5 + random.nextDouble(-1, 1))),
                    random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(half(8 - pain * 0.5 + random.nextDouble(-1.5, 1.5))),
                    Optional.of(half(4 + along * 2 + random.nextDouble(-1, 1))),
                    PrivateText.NONE);
            go(day, EVENING);
            visits.checksIn(client, answers);
        }
        return this;
    }

    /** One check-in that says that something is worse. */
    Story saysWorse(int daysAgo, int pain, String what) {
        Answers answers = new Answers(
                Score0To10.of(pain),
                Score0To10.of(6),
                Score0To10.of(7),
                Score0To10.of(5),
                Optional.empty(),
                Optional.of(Score0To10.of(3)),
                Optional.empty(),
                new PrivateText(what));
        go(daysAgo, EVENING);
        visits.checksIn(client, answers);
        return this;
    }

    /** A place of a plan, with the day of its reason. */
    static PlannedPlace place(StoryClock clock, String region, PlanReason why, int daysAgo) {
        return new PlannedPlace(
                new Site.RegionSite(new RegionCode(region)),
                why,
                LocalDate.ofInstant(at(clock, daysAgo, MORNING), clock.getZone()),
                false);
    }

    /** The plan for the next session, with what moves up in it. */
    Story plans(int daysAgo, String movedUp, String words, PlannedPlace... places) {
        go(daysAgo, EARLY);
        visits.plans(
                client,
                new PlanDraft(List.of(places), List.of(), List.of()),
                new PlanChoice(
                        Map.of(new Site.RegionSite(new RegionCode(movedUp)), PlanTurn.MOVED_UP),
                        List.of(),
                        OptionalInt.of(25),
                        new PrivateText(words)));
        return this;
    }

    /** One moment of a session: the minute, and what was marked. */
    record TimedMoment(double minute, Moment moment, String words) {
        static TimedMoment of(double minute, Moment moment) {
            return new TimedMoment(minute, moment, "");
        }
    }

    /** A session with its safety check and its marks. */
    Story session(int daysAgo, int minutes, TimedMoment... moments) {
        Instant start = go(daysAgo, MORNING);
        Id<Session> session = begun(start, moments);
        clock.set(start.plus(Duration.ofMinutes(minutes)));
        visits.ends(client, session);
        return this;
    }

    /** A session that began so many minutes ago and goes on, with the appointment that it was made for. */
    Story isOnTheTable(int minutesAgo, TimedMoment... moments) {
        Instant start = clock.now().minus(Duration.ofMinutes(minutesAgo));
        ZonedDateTime hour = start.atZone(clock.getZone());
        clock.set(start);
        visits.isToCome(client, hour.toLocalDate(), LocalTime.of(hour.getHour(), hour.getMinute() / QUARTER * QUARTER));
        begun(start, moments);
        return this;
    }

    private Id<Session> begun(Instant start, TimedMoment... moments) {
        Id<Session> session = visits.starts(client);
        for (TimedMoment at : moments) {
            Instant then = start.plusSeconds(Math.round(at.minute() * 60));
            clock.set(then);
            Tap tap = at.words().isEmpty()
                    ? Tap.of(Id.random(), then, at.moment())
                    : Tap.memory(Id.random(), then, new ProcessNote(new PrivateText(at.words())));
            visits.marks(client, session, tap);
        }
        return session;
    }

    /** A step of the intake, answered by themselves on a device that was handed over. */
    Story answers(IntakeStep step, Map<String, String> typed) {
        visits.answers(client, step, typed, StepState.ANSWERED);
        return this;
    }

    /** A step of the intake that they are still at. */
    Story types(IntakeStep step, Map<String, String> typed) {
        visits.answers(client, step, typed, StepState.DRAFT);
        return this;
    }

    /** The regions named, all with one score. */
    static Map<String, Integer> pain(Object... regionsAndScores) {
        Map<String, Integer> pain = new TreeMap<>();
        List<Object> pairs = new ArrayList<>(List.of(regionsAndScores));
        for (int i = 0; i < pairs.size(); i += 2) {
            pain.put((String) pairs.get(i), (Integer) pairs.get(i + 1));
        }
        return pain;
    }

    private Instant go(int daysAgo, LocalTime time) {
        Instant then = at(clock, daysAgo, time);
        clock.set(then);
        return then;
    }

    private static Instant at(StoryClock clock, int daysAgo, LocalTime time) {
        return clock.now()
                .atZone(clock.getZone())
                .toLocalDate()
                .minusDays(daysAgo)
                .atTime(time)
                .atZone(clock.getZone())
                .toInstant();
    }

    private static Score0To10 half(double value) {
        return Score0To10.of(Math.round(Math.clamp(value, 0, 10) * 2) / 2.0);
    }
}
