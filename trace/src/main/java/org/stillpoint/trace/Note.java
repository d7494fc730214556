package org.stillpoint.trace;

import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;

/** What was noted beside the pain map and the palpating hand; grades as in {@link Palpation}. */
public sealed interface Note {
    /** 0 none, 1 slight, 2 clear, 3 strong. */
    int grade();

    /**
     * How tense a muscle was seen or said to be.
     *
     * @param muscle id of a named muscle
     */
    record TensionNote(MuscleId muscle, int grade) implements Note {
        /** Checks the range. */
        public TensionNote {
            check(grade);
        }
    }

    /**
     * How far the motion of a joint was limited; 0 says that it was tried and free.
     *
     * @param joint id of a joint
     */
    record MotionNote(JointId joint, int grade) implements Note {
        /** Checks the range. */
        public MotionNote {
            check(grade);
        }
    }

    private static void check(int grade) {
        if (grade < 0 || grade > 3) {
            throw new IllegalArgumentException("grade is " + grade + "; range 0 to 3");
        }
    }
}
