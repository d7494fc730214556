package org.stillpoint.trace;

import org.stillpoint.anatomy.MuscleId;

/**
 * What a hand found at a muscle.
 *
 * @param muscle id of a named muscle
 * @param grade restriction: 0 none, 1 slight, 2 clear, 3 strong
 * @param tenderness 0 none to 3 strong, or {@link #NOT_ASKED}
 */
public record Palpation(MuscleId muscle, int grade, int tenderness) {
    /** Tenderness was not asked for. */
    public static final int NOT_ASKED = -1;

    /** Checks ranges. */
    public Palpation {
        if (grade < 0 || grade > 3) {
            throw new IllegalArgumentException("restriction grade is " + grade + "; range 0 to 3");
        }
        if (tenderness < NOT_ASKED || tenderness > 3) {
            throw new IllegalArgumentException("tenderness is " + tenderness + "; range 0 to 3");
        }
    }

    /** Restriction only. */
    public static Palpation of(MuscleId muscle, int grade) {
        return new Palpation(muscle, grade, NOT_ASKED);
    }
}
