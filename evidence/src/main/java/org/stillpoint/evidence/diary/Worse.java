package org.stillpoint.evidence.diary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether somebody got worse, as every list, page and command means it. What the diary shows and what the client says are two
 * things: neither stands in for the other, and either is enough to be looked after.
 *
 * @param shown the diary took a turn for the worse
 * @param said at some time since the first session the client said that something is worse
 * @param saidLast the client's latest answer says so: it has not been followed by a better one yet
 */
public record Worse(boolean shown, boolean said, boolean saidLast) {

    /**
     * One check-in.
     *
     * @param day on the same count of days as the first session
     * @param somethingWorse whether the client said that something is worse
     */
    public record WorseAnswer(double day, boolean somethingWorse) {}

    /**
     * @param report of the diary that decides; empty where nothing can be compared
     * @param firstSession when the first session began; empty where there was none, and then nothing said counts as come of one
     * @param checkIns the earliest first
     */
    public static Worse of(Optional<DiaryReport> report, OptionalDouble firstSession, List<WorseAnswer> checkIns) {
        return new Worse(
                report.map(Turn::of).filter(Turn.WORSE::equals).isPresent(),
                firstSession.isPresent()
                        && checkIns.stream()
                                .anyMatch(one -> one.somethingWorse() && one.day() > firstSession.getAsDouble()),
                !checkIns.isEmpty() && checkIns.getLast().somethingWorse());
    }

    /** Whether there is anything to look after. */
    public boolean any() {
        return shown || said || saidLast;
    }
}
