package org.stillpoint.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** The closed form of one muscle's span against the differential equations, stepped finely. */
class MuscleSpanTest {
    private static final double HEAL = 8.7;
    private static final double ADAPT = 2;
    private static final double FEEL = 5;
    private static final int STEPS = 40_000;

    @Property(tries = 150)
    void advance_anyLoadAndCapacity_followsTheEquations(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.06) double steady,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.1) double fading,
            @ForAll @Scale(6) @DoubleRange(min = 0.005, max = 0.05) double capacity,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.002) double drop,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.05) double adaptation,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.05) double felt) {
        double span = 2;
        MuscleSpan muscle = new MuscleSpan(HEAL, ADAPT, FEEL, drop, span, true);
        muscle.advance(steady, fading, capacity, adaptation, felt);

        double a = adaptation;
        double z = felt;
        double dt = span / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double t = (i + 0.5) * dt;
            double s = steady + fading * Math.exp(-HEAL * t);
            double half = a + dt / 2 * ADAPT * (Math.min(s, capacity - drop * t) - a);
            z += dt * FEEL * (Math.max(0, s - half) - z);
            a += dt * ADAPT * (Math.min(s, capacity - drop * t) - half);
        }
        assertThat(muscle.adaptation()).isCloseTo(a, within(2e-6));
        assertThat(muscle.felt()).isCloseTo(z, within(1e-5));
    }
}
