package org.stillpoint.record.examination;

import java.util.OptionalInt;
import org.stillpoint.record.BadValue;

/**
 * What a hand found at one muscle.
 *
 * @param restriction 0 none, 1 slight, 2 clear, 3 strong
 * @param tenderness 0 none to 3 strong; empty where it was not asked
 */
public record Finding(int restriction, OptionalInt tenderness) {
    public static final int LEAST = 0;
    public static final int MOST = 3;

    public Finding {
        check("restriction", restriction);
        tenderness.ifPresent(grade -> check("tenderness", grade));
    }

    private static void check(String field, int grade) {
        if (grade < LEAST || grade > MOST) {
            throw new BadValue(field, String.valueOf(grade), LEAST + " to " + MOST);
        }
    }
}
