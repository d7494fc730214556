package org.stillpoint.web.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DriftNoise;
import org.stillpoint.evidence.diary.DriftNoiseGrid;
import org.stillpoint.evidence.numeric.StudentMixture;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.session.Session;
import org.stillpoint.web.view.Words;

/**
 * What the check-ins can honestly be made to say about pain, in one sentence and its qualification.
 *
 * @param sentence the plain sentence
 * @param qualification what it cannot show, or empty where nothing was claimed
 */
public record HowItGoes(String sentence, String qualification) {

    /** Entries on either side of the first session; the shortest phase accepted for single cases (WWC standards, 2022). */
    static final int LEAST_ENTRIES = 5;

    private static final double PLAUSIBLE = 0.95;
    private static final double SECONDS_IN_DAY = 86_400;
    private static final String NO_PROOF =
            "This cannot show that the sessions caused it: pain goes up and down by itself, "
                    + "and people tend to come when it is at its worst.";

    /** The sentence for these check-ins and sessions, both the earliest first. */
    public static HowItGoes of(List<CheckIn> checkIns, List<Session> sessions, ZoneId zone) {
        if (checkIns.isEmpty()) {
            return new HowItGoes("No check-in yet, so nothing can be said about how it goes.", "");
        }
        if (sessions.isEmpty()) {
            return new HowItGoes(
                    "%s and no session yet: pain has been %s.".formatted(count(checkIns.size()), range(checkIns)),
                    "These are the days that a later change will be measured against.");
        }
        Instant first = sessions.getFirst().startedAt();
        int before = (int) checkIns.stream()
                .filter(checkIn -> checkIn.at().isBefore(first))
                .count();
        int after = checkIns.size() - before;
        if (before < LEAST_ENTRIES) {
            return new HowItGoes(
                    "Pain has been %s, but a change cannot be told: there %s from before the first session."
                            .formatted(
                                    range(checkIns),
                                    before == 0
                                            ? "is no check-in"
                                            : before == 1
                                                    ? "is only one check-in"
                                                    : "are only " + before + " check-ins"),
                    "At least " + LEAST_ENTRIES + " would have been needed then.");
        }
        if (after < LEAST_ENTRIES) {
            int missing = LEAST_ENTRIES - after;
            return new HowItGoes(
                    "Too early to tell: at least %d more check-in%s since the first session, on %s, would be needed."
                            .formatted(missing, missing == 1 ? "" : "s", Words.day(first, zone)),
                    "");
        }
        return compared(checkIns, first);
    }

    private static HowItGoes compared(List<CheckIn> checkIns, Instant first) {
        Instant origin = checkIns.getFirst().at();
        Diary diary = Diary.of(
                checkIns.stream()
                        .mapToDouble(checkIn -> days(origin, checkIn.at()))
                        .toArray(),
                checkIns.stream()
                        .mapToDouble(checkIn -> checkIn.answers().pain().value())
                        .toArray(),
                days(origin, first),
                Better.LOWER);
        DriftNoise estimator = new DriftNoise(DriftNoiseGrid.STANDARD);
        StudentMixture level = estimator.levelOnly(diary).change();
        StudentMixture trend = estimator.trendPlusLevel(diary).change();
        double[] plausible = level.interval(PLAUSIBLE);
        double[] withTrend = trend.interval(PLAUSIBLE);
        boolean lower = plausible[1] < 0 && withTrend[1] < 0;
        boolean higher = plausible[0] > 0 && withTrend[0] > 0;
        if (!lower && !higher) {
            return new HowItGoes(
                    "No clear change in pain since the first session (plausible: %s)."
                            .formatted(span(plausible[0], plausible[1])),
                    "Unclear is an answer: the ups and downs of this diary are as large as any change in it.");
        }
        double points = Math.abs(level.median());
        return new HowItGoes(
                "Pain was %s points %s since the first session (plausible: %s to %s)."
                        .formatted(
                                Words.number(points),
                                lower ? "lower" : "higher",
                                Words.number(lower ? -plausible[1] : plausible[0]),
                                Words.number(lower ? -plausible[0] : plausible[1])),
                NO_PROOF);
    }

    private static String span(double from, double to) {
        return side(from) + " to " + side(to);
    }

    private static String side(double change) {
        String points = Words.number(Math.abs(change));
        return change < 0 ? points + " points lower" : points + " points higher";
    }

    private static String range(List<CheckIn> checkIns) {
        var pain = checkIns.stream()
                .mapToDouble(checkIn -> checkIn.answers().pain().value())
                .summaryStatistics();
        return pain.getMin() == pain.getMax()
                ? Words.number(pain.getMin())
                : "between %s and %s, %s on average"
                        .formatted(
                                Words.number(pain.getMin()),
                                Words.number(pain.getMax()),
                                Words.number(pain.getAverage()));
    }

    private static String count(int checkIns) {
        return checkIns == 1 ? "One check-in" : checkIns + " check-ins";
    }

    private static double days(Instant origin, Instant at) {
        return Duration.between(origin, at).toSeconds() / SECONDS_IN_DAY;
    }
}
