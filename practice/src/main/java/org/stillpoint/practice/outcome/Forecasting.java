package org.stillpoint.practice.outcome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.stillpoint.evidence.claim.Baselines;
import org.stillpoint.evidence.claim.Skill;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.evidence.forecast.Forecast.Gaussian;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.evidence.numeric.StudentMixture;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;

/**
 * Forecasts pain in the week after a session and seals the forecast before it. The model is the diary's own expected course
 * plus what followed earlier sessions of the practice, drawn towards nothing; it learns from nobody's entries that lie ahead.
 */
public final class Forecasting {

    static final String MODEL_VERSION = "expected course and practice, 1";

    private static final Duration TARGET = Duration.ofDays(7);
    private static final Duration LATE = Duration.ofDays(2);
    private static final Duration BEFORE = Duration.ofDays(14);
    private static final int LEAST_ENTRIES = 4;

    /** Earlier outcomes that "sessions change nothing" counts for; own choice, 2026. */
    private static final int WORTH = 10;

    /** Variance of what a session adds beyond the expected course, before anything is learned; squared points; own choice, 2026. */
    private static final double FIRST_EXTRA = 1;

    private static final double NORMAL_REACH = 2 * Normal.quantile((1 + Gaussian.COVERED) / 2);

    private final Clients clients;
    private final CheckIns checkIns;
    private final Sessions sessions;
    private final Ledger ledger;
    private final Clock clock;

    public Forecasting(Clients clients, CheckIns checkIns, Sessions sessions, Ledger ledger, Clock clock) {
        this.clients = clients;
        this.checkIns = checkIns;
        this.sessions = sessions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What one earlier session teaches: what was known, what the expected course was, and what came. */
    private record Lesson(Baselines.Pair pair, StudentMixture expected) {}

    /** Whether there are enough entries to forecast anything: two, one of them within the last two weeks. */
    public boolean canForecast(Client client) {
        return canForecast(checkIns.list(client.id()));
    }

    /** The same, from the client's check-ins, the earliest first. */
    public boolean canForecast(List<CheckIn> diary) {
        Course course = Course.of(Asked.PAIN, diary, List.of());
        return course.entries().size() >= 2 && !before(course, clock.instant()).isEmpty();
    }

    /** Whether another claim speaks of a session of that day already. */
    public boolean isSealed(Id<LedgerEntry> claimId, Id<Client> client, LocalDate sessionDay) {
        Instant from = from(sessionDay);
        return Forecast.among(ledger.list(client)).stream()
                .anyMatch(forecast -> forecast.claim().from().equals(from)
                        && !forecast.entry().id().equals(claimId));
    }

    private Instant from(LocalDate sessionDay) {
        return sessionDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** Clients with a forecast whose target has not begun: before their next session nothing is left to seal. */
    public Set<Id<Client>> sealedAndOpen() {
        Instant now = clock.instant();
        return Forecast.among(ledger.list()).stream()
                .filter(forecast ->
                        forecast.isOpen() && now.isBefore(forecast.claim().from()))
                .map(forecast -> forecast.entry().client())
                .collect(Collectors.toSet());
    }

    /**
     * Seals the practitioner's guess, and only then makes and seals the model's claim.
     *
     * @param claimId made with the form, so that sending it twice seals once
     * @param sessionDay the day of the session; the target begins the day after
     */
    public LedgerEntry seal(
            Id<LedgerEntry> claimId,
            Id<Client> client,
            LocalDate sessionDay,
            double guessedPain,
            double guessedChance) {
        Optional<LedgerEntry> kept = ledger.list(client).stream()
                .filter(entry -> entry.id().equals(claimId))
                .findFirst();
        if (kept.isPresent()) {
            return kept.get();
        }
        Instant from = from(sessionDay);
        LedgerEntry guess = ledger.seal(Draft.ahead(
                EntryKind.GUESS, client, from, ClaimJson.write(new ClaimJson.Guess(guessedPain, guessedChance))));
        Claim claim = claim(client, from);
        return ledger.seal(new Draft(
                claimId, client, EntryKind.CLAIM, Optional.of(guess.id()), Optional.of(from), ClaimJson.write(claim)));
    }

    private Claim claim(Id<Client> client, Instant from) {
        Instant now = clock.instant();
        Course course = pain(client);
        List<Lesson> lessons = lessons(now);
        List<Course.Entry> known = known(course, now);
        double average = before(course, now).stream()
                .mapToDouble(Course.Entry::value)
                .average()
                .orElseThrow();
        double last = known.getLast().value();
        Gaussian model = model(expected(course, known, from), lessons);
        double threshold = Asked.PAIN.setting().threshold().orElseThrow();
        double chance = model.pit(average - threshold);
        Map<String, Gaussian> baselines =
                new Baselines(lessons.stream().map(Lesson::pair).toList()).predict(last, average);
        return new Claim(
                Optional.empty(),
                likely(),
                from,
                from.plus(TARGET),
                LEAST_ENTRIES,
                from.plus(TARGET).plus(LATE),
                average,
                threshold,
                model,
                chance,
                baselines,
                MODEL_VERSION,
                hash(known, lessons));
    }

    /** Whether the resolved forecasts of the practice have earned the word "likely". */
    private boolean likely() {
        return new Skill(Forecast.among(ledger.list()).stream()
                        .flatMap(forecast -> forecast.scored().stream())
                        .toList())
                .maySay();
    }

    /** The expected course, moved by what followed earlier sessions and widened by how much that varied. */
    private static Gaussian model(StudentMixture expected, List<Lesson> lessons) {
        double[] ends = expected.interval(Gaussian.COVERED);
        double sd = (ends[1] - ends[0]) / NORMAL_REACH;
        double moved = 0;
        double squares = 0;
        double ownVariance = 0;
        for (Lesson lesson : lessons) {
            double error = lesson.pair().outcome() - lesson.expected().median();
            double[] range = lesson.expected().interval(Gaussian.COVERED);
            moved += error;
            squares += error * error;
            ownVariance += Math.pow((range[1] - range[0]) / NORMAL_REACH, 2);
        }
        int n = lessons.size();
        double mean = moved / (WORTH + n);
        double extra = Math.max(0, WORTH * FIRST_EXTRA + squares - n * mean * mean - ownVariance) / (WORTH + n);
        return new Gaussian(expected.median() + mean, Math.sqrt(sd * sd + extra));
    }

    private static StudentMixture expected(Course course, List<Course.Entry> known, Instant from) {
        double first = course.day(from);
        double[] days = DoubleStream.iterate(first + 0.5, day -> day + 1)
                .limit(TARGET.toDays())
                .toArray();
        return ExpectedCourse.of(
                        known.stream()
                                .mapToDouble(entry -> course.day(entry.at()))
                                .toArray(),
                        known.stream().mapToDouble(Course.Entry::value).toArray(),
                        Asked.PAIN.setting().scale())
                .meanOf(days);
    }

    /** Every earlier session of the practice whose week after it is over and whose entries before and after suffice. */
    private List<Lesson> lessons(Instant now) {
        List<Lesson> lessons = new ArrayList<>();
        for (Client client : clients.list()) {
            Course course = pain(client.id());
            if (course.entries().size() < 2 + LEAST_ENTRIES) {
                continue;
            }
            for (Session session : sessions.list(client.id())) {
                Instant from = from(session.startedAt().atZone(clock.getZone()).toLocalDate());
                lesson(course, session.startedAt(), from, now).ifPresent(lessons::add);
            }
        }
        return lessons;
    }

    private static Optional<Lesson> lesson(Course course, Instant session, Instant from, Instant now) {
        List<Course.Entry> known = known(course, session);
        List<Course.Entry> before = before(course, session);
        List<Course.Entry> after = within(course, from, from.plus(TARGET));
        if (from.plus(TARGET).isAfter(now) || known.size() < 2 || before.isEmpty() || after.size() < LEAST_ENTRIES) {
            return Optional.empty();
        }
        double average =
                before.stream().mapToDouble(Course.Entry::value).average().orElseThrow();
        double outcome =
                after.stream().mapToDouble(Course.Entry::value).average().orElseThrow();
        return Optional.of(new Lesson(
                new Baselines.Pair(known.getLast().value(), average, outcome), expected(course, known, from)));
    }

    private Course pain(Id<Client> client) {
        return Course.of(Asked.PAIN, checkIns.list(client), List.of());
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

    /**
     * What one run of the resolver did.
     *
     * @param resolved claims whose outcome is now known
     * @param voided claims with too few entries in their target
     * @param open claims that wait for their day
     */
    public record Resolved(int resolved, int voided, int open) {}

    /** Resolves every claim that is due. */
    public Resolved resolve() {
        int resolved = 0;
        int voided = 0;
        int open = 0;
        for (Forecast forecast : Forecast.among(ledger.list())) {
            if (!forecast.isOpen()) {
                continue;
            }
            if (!forecast.isDue(clock.instant())) {
                open++;
                continue;
            }
            Claim claim = forecast.claim();
            List<Course.Entry> came = within(pain(forecast.entry().client()), claim.from(), claim.to());
            boolean enough = came.size() >= claim.leastEntries();
            ledger.seal(Draft.resolution(
                    forecast.entry(),
                    ClaimJson.write(new ClaimJson.Outcome(
                            came.size(),
                            enough
                                    ? came.stream()
                                            .mapToDouble(Course.Entry::value)
                                            .average()
                                    : java.util.OptionalDouble.empty()))));
            resolved += enough ? 1 : 0;
            voided += enough ? 0 : 1;
        }
        return new Resolved(resolved, voided, open);
    }
}
