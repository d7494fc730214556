package org.stillpoint.record.examination;

import org.stillpoint.record.BadValue;

/**
 * How much of a restriction, tenderness, tension or limit was found.
 *
 * @param value 0 none, 1 slight, 2 clear, 3 strong
 */
public record Grade(int value) {
    public static final int LEAST = 0;
    public static final int MOST = 3;

    public Grade {
        if (value < LEAST || value > MOST) {
            throw new BadValue("grade", String.valueOf(value), LEAST + " to " + MOST);
        }
    }
}
