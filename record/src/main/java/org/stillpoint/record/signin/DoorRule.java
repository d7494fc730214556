package org.stillpoint.record.signin;

import org.stillpoint.record.BadValue;

/**
 * What a practice asks of whoever comes in.
 *
 * @param secondStep whether everybody signs in with a second step: a code after the password, or a passkey
 * @param linkDays for how many days a client's link stands at most, {@value #LEAST_DAYS} to {@value #MOST_DAYS}
 */
public record DoorRule(boolean secondStep, int linkDays) {
    public static final int LEAST_DAYS = 1;

    /** Own choice, 2026: whoever has not opened a link by then asks for another. */
    public static final int MOST_DAYS = 30;

    /** Where nothing else was set. */
    public static final DoorRule USUAL = new DoorRule(false, MOST_DAYS);

    public DoorRule {
        if (linkDays < LEAST_DAYS || linkDays > MOST_DAYS) {
            throw new BadValue("days of a link", String.valueOf(linkDays), LEAST_DAYS + " to " + MOST_DAYS);
        }
    }
}
