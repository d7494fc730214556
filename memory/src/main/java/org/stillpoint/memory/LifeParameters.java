package org.stillpoint.memory;

import java.util.Arrays;

/** One person's constants. Immutable. */
public final class LifeParameters {
    private static final LifeParameters STANDARD = new LifeParameters(Arrays.stream(LifeParameter.values())
            .mapToDouble(LifeParameter::value)
            .toArray());

    private final double[] values;

    private LifeParameters(double[] values) {
        this.values = values;
    }

    /** The values of {@link LifeParameter}. */
    public static LifeParameters standard() {
        return STANDARD;
    }

    /** The value of one constant, in its unit. */
    public double get(LifeParameter parameter) {
        return values[parameter.ordinal()];
    }

    /**
     * The same with one constant changed.
     *
     * @throws IllegalArgumentException if the value is out of the constant's bounds
     */
    public LifeParameters with(LifeParameter parameter, double value) {
        if (!parameter.sourced().allows(value)) {
            throw new IllegalArgumentException(parameter + " is " + value + "; range "
                    + parameter.sourced().low() + " to " + parameter.sourced().high() + " "
                    + parameter.sourced().unit());
        }
        double[] changed = values.clone();
        changed[parameter.ordinal()] = value;
        return new LifeParameters(changed);
    }
}
