package org.stillpoint.strain;

import java.util.List;
import java.util.Set;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;

/**
 * What is particular about one person's body.
 *
 * @param statureM 0.8 to 2.4 m; all lengths scale with it
 * @param massKg 15 to 300 kg; masses scale with it
 * @param sex muscle force follows the sex's share of muscle in body mass
 * @param missing ids of segments that the person does not have; what hangs on them alone is missing too
 * @param fused joints that do not move
 * @param scars added stiff links
 */
public record Physique(
        double statureM, double massKg, Sex sex, Set<String> missing, Set<JointId> fused, List<Scar> scars) {

    /** Mass of the body in the standard tables, kg: the sum of its segments (atlas, method notes). */
    public static final double STANDARD_MASS_KG = 75.8;

    /** Sex, as far as it changes muscle force: share of skeletal muscle in body mass, Janssen, J Appl Physiol 89:81, 2000. */
    public enum Sex {
        FEMALE(0.306),
        MALE(0.384),
        /** As in the tables, which are of male proportion. */
        UNSTATED(0.384);

        private final double muscleShare;

        Sex(double muscleShare) {
            this.muscleShare = muscleShare;
        }

        /** Skeletal muscle as a share of body mass. */
        public double muscleShare() {
            return muscleShare;
        }
    }

    public Physique {
        check("stature", statureM, 0.8, 2.4, "m");
        check("mass", massKg, 15, 300, "kg");
        missing = Set.copyOf(missing);
        fused = Set.copyOf(fused);
        scars = List.copyOf(scars);
    }

    /** The body of the tables. */
    public static Physique standard() {
        return new Physique(Atlas.STATURE_M, STANDARD_MASS_KG, Sex.UNSTATED, Set.of(), Set.of(), List.of());
    }

    public Physique withStature(double metres) {
        return new Physique(metres, massKg, sex, missing, fused, scars);
    }

    public Physique withMass(double kilograms) {
        return new Physique(statureM, kilograms, sex, missing, fused, scars);
    }

    public Physique withSex(Sex other) {
        return new Physique(statureM, massKg, other, missing, fused, scars);
    }

    public Physique withMissing(Set<String> segments) {
        return new Physique(statureM, massKg, sex, segments, fused, scars);
    }

    public Physique withFused(Set<JointId> joints) {
        return new Physique(statureM, massKg, sex, missing, joints, scars);
    }

    public Physique withScars(List<Scar> added) {
        return new Physique(statureM, massKg, sex, missing, fused, added);
    }

    double lengthScale() {
        return statureM / Atlas.STATURE_M;
    }

    double massScale() {
        return massKg / STANDARD_MASS_KG;
    }

    /** Force goes with muscle volume over fibre length; volume with mass and the sex's share of muscle (Handsfield 2014). */
    double forceScale() {
        return massScale() * sex.muscleShare() / Sex.UNSTATED.muscleShare() / lengthScale();
    }

    private static void check(String what, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    what + " is " + value + " " + unit + ", allowed is " + low + " to " + high + " " + unit);
        }
    }
}
