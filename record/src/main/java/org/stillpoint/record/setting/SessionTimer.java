package org.stillpoint.record.setting;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;

/**
 * When a running session marks the time, without a sound: first that the least of the usual length is over, then the most of it. Every
 * version is kept.
 *
 * @param firstMark minutes since the start
 * @param secondMark minutes since the start, later than the first
 * @param version grows with each change
 */
public record SessionTimer(int firstMark, int secondMark, Version version) {
    public static final int LEAST_MINUTES = 1;

    /** Own choice, 2026: no engagement lasts longer. */
    public static final int MOST_MINUTES = 180;

    /** Before anybody has chosen others. Source: {@code procedure.md} 9, the engagement lasts 20 to 30 minutes. */
    public static final SessionTimer USUAL = new SessionTimer(20, 30, Version.FIRST);

    public SessionTimer {
        if (firstMark < LEAST_MINUTES || secondMark <= firstMark || secondMark > MOST_MINUTES) {
            throw new BadValue(
                    "marks of the timer",
                    firstMark + " and " + secondMark,
                    LEAST_MINUTES + " to " + MOST_MINUTES + " minutes, the first before the second");
        }
    }
}
