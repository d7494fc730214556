package org.stillpoint.strain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.stillpoint.anatomy.Evidence;

/** A value for each {@link StrainParameter}, and which grades of fascia are part of the body. Immutable. */
public final class StrainParameters {

    private static final StrainParameters STANDARD =
            new StrainParameters(new EnumMap<>(StrainParameter.class), EnumSet.complementOf(EnumSet.of(Evidence.NONE)));

    private final EnumMap<StrainParameter, Double> changed;
    private final Set<Evidence> fascia;

    private StrainParameters(EnumMap<StrainParameter, Double> changed, Set<Evidence> fascia) {
        this.changed = changed;
        this.fascia = Collections.unmodifiableSet(fascia);
    }

    /** Standard values; continuities that were looked for and not shown are left out. */
    public static StrainParameters standard() {
        return STANDARD;
    }

    public double get(StrainParameter parameter) {
        return changed.getOrDefault(parameter, parameter.standard());
    }

    /**
     * These parameters with another value for one of them.
     *
     * @throws IllegalArgumentException if it lies outside the parameter's bounds
     */
    public StrainParameters with(StrainParameter parameter, double value) {
        if (!parameter.sourced().allows(value)) {
            throw new IllegalArgumentException(parameter + " is " + value + ", allowed is "
                    + parameter.sourced().low() + " to " + parameter.sourced().high());
        }
        EnumMap<StrainParameter, Double> next = new EnumMap<>(changed);
        next.put(parameter, value);
        return new StrainParameters(next, fascia);
    }

    /** These parameters with a grade of fascia left out. */
    public StrainParameters withoutFascia(Evidence grade) {
        EnumSet<Evidence> next = EnumSet.noneOf(Evidence.class);
        next.addAll(fascia);
        next.remove(grade);
        return new StrainParameters(changed, next);
    }

    /** These parameters with a grade of fascia put in. */
    public StrainParameters withFascia(Evidence grade) {
        EnumSet<Evidence> next = EnumSet.of(grade);
        next.addAll(fascia);
        return new StrainParameters(changed, next);
    }

    /** The grades of fascia that carry load. */
    public Set<Evidence> fascia() {
        return fascia;
    }

    /** What differs from the standard. */
    public Map<StrainParameter, Double> changed() {
        return Collections.unmodifiableMap(changed);
    }
}
