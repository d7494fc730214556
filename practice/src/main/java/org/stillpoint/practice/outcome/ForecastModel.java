package org.stillpoint.practice.outcome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.stillpoint.evidence.claim.Baselines;
import org.stillpoint.evidence.claim.Skill;
import org.stillpoint.evidence.forecast.DiaryAhead;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Records;

/**
 * Forecasts pain in the week after a session. The model is what the diary's own entries let expect ({@link DiaryAhead}) plus what followed
 * earlier sessions of the practice, drawn towards nothing; it learns from nobody's entries that lie ahead.
 */
final class ForecastModel {

    static final String VERSION = "diary ahead and practice, 2";

    private static final Duration TARGET = Duration.ofDays(7);
    private static final Duration LATE = Duration.ofDays(2);
    private static final Duration BEFORE = Duration.ofDays(14);
    private static final int LEAST_ENTRIES = 4;

    /** Earlier outcomes that "sessions change nothing" counts for; own choice, 2026. */
    private static final int WORTH = 10;

    /** Variance of what a session adds beyond what the diary lets expect, before anything is learned; squared points; own choice, 2026. */
    private static final double FIRST_EXTRA = 1;

    private ForecastModel() {}

    /** What one earlier session teaches: what was known, what the diary let expect, and what came. */
    private record Lesson(Baselines.EarlierOutcome pair, Gaussian expected) {}

    /**
     * What the practice has to say before a forecast: lessons of earlier sessions, and whether its forecasts have earned the word
     * "likely".
     */
    record EarlierSessions(List<Lesson> lessons, boolean likely) {}

    /** From check-ins, the earliest first. */
    static Course pain(List<CheckIn> diary) {
        return Course.of(Asked.PAIN, diary, List.of());
    }

    /** Whether there are enough entries to forecast anything: two, one of them within the last two weeks. */
    static boolean possible(Course course, Instant now) {
        return course.entries().size() >= 2 && !before(course, now).isEmpty();
    }

    /** Where the target of a session begins: with the day after it. */
    static Instant from(LocalDate sessionDay, ZoneId zone) {
        return sessionDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Every earlier session of the practice whose week after it is over and whose entries before and after suffice. Nothing is learned
     * from people who are made up, but for others who are.
     */
    static EarlierSessions learned(Records records, Id<Client> of, Clock clock) {
        Instant now = clock.instant();
        boolean madeUp = records.clients().get(of).madeUp();
        List<Lesson> lessons = new ArrayList<>();
        Set<Id<Client>> alike = new HashSet<>();
        for (Client client : records.clients().list()) {
            if (client.madeUp() == madeUp) {
                alike.add(client.id());
                records.keeping()
                        .tryReading(client.id(), () -> lessons(records, client.id(), now, clock.getZone()))
                        .ifPresent(lessons::addAll);
            }
        }
        List<LedgerEntry> sealed = records.ledger().list().stream()
                .filter(entry -> alike.contains(entry.client()))
                .toList();
        return new EarlierSessions(lessons, likely(Forecast.among(sealed)));
    }

    private static List<Lesson> lessons(Records records, Id<Client> client, Instant now, ZoneId zone) {
        Course course = pain(records.checkIns().list(client));
        if (course.entries().size() < 2 + LEAST_ENTRIES) {
            return List.of();
        }
        return records.sessions().list(client).stream()
                .flatMap(session -> {
                    Instant from = from(session.startedAt().atZone(zone).toLocalDate(), zone);
                    return lesson(course, session.startedAt(), from, now).stream();
                })
                .toList();
    }

    private static boolean likely(List<Forecast> forecasts) {
        return new Skill(forecasts.stream()
                        .flatMap(forecast -> forecast.scored().stream())
                        .toList())
                .maySay();
    }

    /** What the model says of a course that is {@linkplain #possible possible} to forecast. */
    static Claim claim(Course course, EarlierSessions learned, Instant now, Instant from) {
        List<Course.Entry> known = known(course, now);
        double average = mean(before(course, now)).orElseThrow();
        double last = known.getLast().value();
        List<Lesson> lessons = learned.lessons();
        Gaussian model = model(expected(course, known, from), lessons);
        double threshold = Asked.PAIN.setting().threshold().orElseThrow();
        double chance = model.pit(average - threshold);
        Map<String, Gaussian> baselines =
                new Baselines(lessons.stream().map(Lesson::pair).toList()).predict(last, average);
        return new Claim(
                Optional.empty(),
                learned.likely(),
                from,
                from.plus(TARGET),
                LEAST_ENTRIES,
                from.plus(TARGET).plus(LATE),
                average,
                threshold,
                model,
                chance,
                baselines,
                VERSION,
                hash(known, lessons));
    }

    /** What came of a claim: the mean of its target's entries, or nothing with too few of them. */
    static ClaimJson.OutcomeJson outcome(Claim claim, Course course) {
        List<Course.Entry> came = within(course, claim.from(), claim.to());
        return new ClaimJson.OutcomeJson(
                came.size(), came.size() >= claim.leastEntries() ? mean(came) : OptionalDouble.empty());
    }

    /** What the diary lets expect, moved by what followed earlier sessions and widened by how much that varied. */
    private static Gaussian model(Gaussian expected, List<Lesson> lessons) {
        double moved = 0;
        double squares = 0;
        double ownVariance = 0;
        for (Lesson lesson : lessons) {
            double error = lesson.pair().outcome() - lesson.expected().mean();
            moved += error;
            squares += error * error;
            ownVariance += Math.pow(lesson.expected().sd(), 2);
        }
        int n = lessons.size();
        double mean = moved / (WORTH + n);
        double extra = Math.max(0, WORTH * FIRST_EXTRA + squares - n * mean * mean - ownVariance) / (WORTH + n);
        return new Gaussian(expected.mean() + mean, Math.hypot(expected.sd(), Math.sqrt(extra)));
    }

    /** Of the days of the target; the beginning of each is a whole number. */
    private static Gaussian expected(Course course, List<Course.Entry> known, Instant from) {
        double first = course.day(from);
        double[] days =
                DoubleStream.iterate(0.5, day -> day + 1).limit(TARGET.toDays()).toArray();
        return DiaryAhead.of(
                        known.stream()
                                .mapToDouble(entry -> course.day(entry.at()) - first)
                                .toArray(),
                        known.stream().mapToDouble(Course.Entry::value).toArray(),
                        Asked.PAIN.setting().scale())
                .meanOf(days);
    }

    private static Optional<Lesson> lesson(Course course, Instant session, Instant from, Instant now) {
        List<Course.Entry> known = known(course, session);
        List<Course.Entry> before = before(course, session);
        List<Course.Entry> after = within(course, from, from.plus(TARGET));
        if (from.plus(TARGET).isAfter(now) || known.size() < 2 || before.isEmpty() || after.size() < LEAST_ENTRIES) {
            return Optional.empty();
        }
        return Optional.of(new Lesson(
                new Baselines.EarlierOutcome(
                        known.getLast().value(),
                        mean(before).orElseThrow(),
                        mean(after).orElseThrow()),
                expected(course, known, from)));
    }

    /**
     * How pain went after a session: the mean of the week after it less that of the two weeks before it, points; empty where that week is not over,
     * or entries do not suffice.
     */
    static OptionalDouble change(Course course, Instant session, ZoneId zone, Instant now) {
        Instant from = from(session.atZone(zone).toLocalDate(), zone);
        List<Course.Entry> before = before(course, session);
        List<Course.Entry> after = within(course, from, from.plus(TARGET));
        return from.plus(TARGET).isAfter(now) || before.isEmpty() || after.size() < LEAST_ENTRIES
                ? OptionalDouble.empty()
                : OptionalDouble.of(mean(after).orElseThrow() - mean(before).orElseThrow());
    }

    private static OptionalDouble mean(List<Course.Entry> entries) {
        return entries.stream().mapToDouble(Course.Entry::value).average();
    }

    private static List<Course.Entry> known(Course course, Instant until) {
        return course.entries().stream()
                .filter(entry -> entry.at().isBefore(until))
                .toList();
    }

    private static List<Course.Entry> before(Course course, Instant until) {
        return within(course, until.minus(BEFORE), until);
    }

    private static List<Course.Entry> within(Course course, Instant from, Instant to) {
        return course.entries().stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .toList();
    }

    private static String hash(List<Course.Entry> known, List<Lesson> lessons) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            known.forEach(
                    entry -> digest.update((entry.at() + " " + entry.value() + "\n").getBytes(StandardCharsets.UTF_8)));
            lessons.forEach(lesson -> digest.update((lesson.pair() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
