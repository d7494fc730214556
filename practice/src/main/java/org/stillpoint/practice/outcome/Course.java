package org.stillpoint.practice.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.evidence.numeric.StudentMixture;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Session;

/**
 * One measure of one client over time, with the first session as the point from which "afterwards" counts.
 *
 * @param measured what
 * @param entries the check-ins that answered it, the earliest first
 * @param first start of the first session; empty where there was none
 */
public record Course(Measured measured, List<Entry> entries, Optional<Instant> first) {

    private static final double SECONDS_IN_DAY = 86_400;

    /** Share of what may come that the expected course holds; own choice, 2026. */
    private static final double BAND = 0.8;

    /** One answer. */
    public record Entry(Instant at, double value) {}

    /** From check-ins and sessions, both the earliest first. */
    public static Course of(Asked asked, List<CheckIn> checkIns, List<? extends Session> sessions) {
        List<Entry> entries = checkIns.stream()
                .flatMap(checkIn -> asked.in(checkIn.answers()).map(Score0To10::value).stream()
                        .map(value -> new Entry(checkIn.at(), value)))
                .toList();
        return new Course(asked, entries, first(sessions));
    }

    /**
     * From scores and sessions, both the earliest first. A score counts from the first moment of its day: on the day of a
     * session a questionnaire is filled in before it.
     */
    public static Course of(
            Questionnaire questionnaire,
            List<QuestionnaireScore> scores,
            List<? extends Session> sessions,
            ZoneId zone) {
        List<Entry> entries = scores.stream()
                .filter(score -> score.instrument().equals(questionnaire.key()))
                .map(score -> new Entry(score.day().atStartOfDay(zone).toInstant(), score.score()))
                .toList();
        return new Course(questionnaire, entries, first(sessions));
    }

    private static Optional<Instant> first(List<? extends Session> sessions) {
        return sessions.stream().findFirst().map(Session::startedAt);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Entries before the first session; all where there was none. */
    public List<Entry> before() {
        return entries.stream()
                .filter(entry -> first.isEmpty() || entry.at().isBefore(first.get()))
                .toList();
    }

    /** Entries from the first session on; none where there was none. */
    public List<Entry> after() {
        return first.isEmpty() ? List.of() : entries.subList(before().size(), entries.size());
    }

    /** The newest entry; there must be one. */
    public Entry latest() {
        return entries.getLast();
    }

    /** The newest less the last before the first session, in the measure's own units; there must be one before. */
    public double sinceBefore() {
        return latest().value() - before().getLast().value();
    }

    /** Days since the first entry. */
    public double day(Instant at) {
        return Duration.between(entries.getFirst().at(), at).toMillis() / 1000.0 / SECONDS_IN_DAY;
    }

    /** What can be said; empty without entries or without a session. */
    public Optional<DiaryReport> report() {
        return diary().map(diary -> DiaryAnalysis.analyse(diary, measured.setting()));
    }

    private Optional<Diary> diary() {
        if (isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Diary.of(
                entries.stream().mapToDouble(entry -> day(entry.at())).toArray(),
                entries.stream().mapToDouble(Entry::value).toArray(),
                day(first.get()),
                measured.better()));
    }

    /**
     * Where it would be at one instant by its own wandering.
     *
     * @param low with {@code high} the range that holds 8 of 10 entries
     */
    public record Expected(Instant at, double low, double middle, double high) {}

    /**
     * Where it would go by its own wandering, at evenly spread instants; empty with fewer than five entries before the first
     * session.
     *
     * @param steps between the instants
     */
    public List<Expected> expected(Instant from, Instant to, int steps) {
        Optional<ExpectedCourse> expected = expected();
        if (expected.isEmpty()) {
            return List.of();
        }
        long seconds = Duration.between(from, to).toSeconds();
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> {
                    Instant at = from.plusSeconds(seconds * i / steps);
                    StudentMixture there = expected.get().at(day(at));
                    double[] ends = there.interval(BAND);
                    return new Expected(at, ends[0], there.median(), ends[1]);
                })
                .toList();
    }

    /** Where it would go by its own wandering; empty with fewer than five entries before the first session. */
    private Optional<ExpectedCourse> expected() {
        List<Entry> before = before();
        if (before.size() < DiaryAnalysis.LEAST_ENTRIES) {
            return Optional.empty();
        }
        return Optional.of(ExpectedCourse.of(
                before.stream().mapToDouble(entry -> day(entry.at())).toArray(),
                before.stream().mapToDouble(Entry::value).toArray(),
                measured.setting().scale()));
    }
}
