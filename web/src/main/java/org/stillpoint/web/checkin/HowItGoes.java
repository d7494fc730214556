package org.stillpoint.web.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
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

    private static final double SECONDS_IN_DAY = 86_400;

    /** The sentence for these check-ins and sessions, both the earliest first. */
    public static HowItGoes of(List<CheckIn> checkIns, List<Session> sessions) {
        if (checkIns.isEmpty()) {
            return new HowItGoes("No check-in yet, so nothing can be said about how it goes.", "");
        }
        if (sessions.isEmpty()) {
            return new HowItGoes(
                    "%s and no session yet: pain has been %s.".formatted(count(checkIns.size()), range(checkIns)),
                    "These are the days that a later change will be measured against.");
        }
        Instant first = sessions.getFirst().startedAt();
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
        if (diary.sizeBefore() == 0) {
            return new HowItGoes(
                    "Pain has been %s, but a change cannot be told: there is no check-in from before the first session."
                            .formatted(range(checkIns)),
                    "");
        }
        Setting pain = Measures.find("pain").map(Setting::of).orElseGet(() -> Setting.unknown("Pain", diary));
        List<String> words = DiaryAnalysis.analyse(diary, pain).words();
        return new HowItGoes(words.getFirst(), String.join(" ", words.subList(1, words.size())));
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
