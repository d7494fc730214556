package org.stillpoint.memory;

/** Something that changes a life at one moment. */
public sealed interface LifeEvent {
    /** Age at which it happens, years. */
    double age();

    /**
     * A trauma event.
     *
     * @param doses how strongly it touches each muscle, 0 to 1, in the order of the atlas
     * @param severity 0 to 1
     * @param intensity how strongly it was felt, 0 to 1
     */
    record Strike(double age, double[] doses, double severity, double intensity) implements LifeEvent {
        /** Checks ranges. */
        public Strike {
            check("age", age, 0, 120);
            check("severity", severity, 0, 1);
            check("intensity", intensity, 0, 1);
        }
    }

    /**
     * Arousal (stress, tension, anxiety) from here on.
     *
     * @param level 0 to 1
     */
    record Arousal(double age, double level) implements LifeEvent {
        /** Checks ranges. */
        public Arousal {
            check("age", age, 0, 120);
            check("arousal", level, 0, 1);
        }
    }

    /**
     * A held contraction lets go.
     *
     * @param muscle place in the order of the atlas
     * @param extent share that is released, 0 to 1
     */
    record MuscleRelease(double age, int muscle, double extent) implements LifeEvent {
        /** Checks ranges. */
        public MuscleRelease {
            check("age", age, 0, 120);
            check("extent", extent, 0, 1);
        }
    }

    private static void check(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " is " + value + "; range " + low + " to " + high);
        }
    }
}
