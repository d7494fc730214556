package org.stillpoint.memory;

/**
 * One muscle over one span of time in which nothing happens: adaptation and felt load in closed form.
 *
 * <p>Load {@code s(t) = p + q e^(-ht)} with {@code q >= 0}; capacity {@code A(t) = A - bt}; {@code da/dt = (min(s, A) - a) n};
 * {@code dz/dt = (max(0, s - a) - z) l}. A span is cut where load and capacity cross and where load and adaptation cross.
 */
final class MuscleSpan {
    /** A cut is not followed by another within this many years (a third of a second): rounding may put one on top of the last. */
    private static final double SHORTEST = 1e-8;

    private final double heal;
    private final double adapt;
    private final double feel;
    private final double drop;
    private double adaptation;
    private double felt;

    /** Rates per year; {@code drop} is the fall of the capacity per year. */
    MuscleSpan(double heal, double adapt, double feel, double drop) {
        this.heal = heal;
        this.adapt = adapt;
        this.feel = feel;
        this.drop = drop;
    }

    double adaptation() {
        return adaptation;
    }

    double felt() {
        return felt;
    }

    /** Advances a muscle whose load crosses its capacity or lies above it; the plain case is {@link BodyInTime}'s own. */
    void advance(double steady, double fading, double capacity, double a, double z, double span) {
        adaptation = a;
        felt = z;
        double t = 0;
        double q = fading;
        double limit = capacity;
        while (t < span) {
            double left = span - t;
            double end = staysAbove(steady - limit, q, left) ? left : crossing(steady - limit, q, left);
            double step = Math.min(left, Math.max(end, SHORTEST));
            double middle = step / 2;
            if (steady - limit + drop * middle + q * Math.exp(-heal * middle) <= 0) {
                underCapacity(steady, q, step);
            } else {
                overCapacity(steady, q, limit, step);
            }
            t += step;
            q *= Math.exp(-heal * step);
            limit -= drop * step;
        }
    }

    /** Whether {@code c + drop t + q e^(-heal t)} is above 0 from 0 to {@code end}: it is convex, so its lowest place decides. */
    private boolean staysAbove(double c, double q, double end) {
        return c + q > 0 && lowest(c, q, end) > 0;
    }

    private double lowest(double c, double q, double end) {
        double t = drop >= heal * q ? 0 : drop == 0 ? end : Math.min(end, Math.log(heal * q / drop) / heal);
        return c + drop * t + q * Math.exp(-heal * t);
    }

    /** Where {@code c + drop t + q e^(-heal t)} first crosses 0, or {@code end}. */
    private double crossing(double c, double q, double end) {
        if (drop == 0) {
            return c < 0 && q > -c ? Math.min(end, Math.log(-q / c) / heal) : end;
        }
        return new Curve(c, drop, q, heal, 0, adapt).firstZero(end);
    }

    private void underCapacity(double steady, double q, double span) {
        double x = -q * heal / (adapt - heal);
        double difference = steady + q - adaptation;
        feel(new Curve(0, 0, x, heal, difference - x, adapt), span);
        adaptation = steady
                + q * Math.exp(-heal * span)
                - x * Math.exp(-heal * span)
                - (difference - x) * Math.exp(-adapt * span);
    }

    private void overCapacity(double steady, double q, double limit, double span) {
        double lag = drop / adapt;
        double y = adaptation - limit - lag;
        Curve f = new Curve(steady - limit - lag, drop, q, heal, -y, adapt);
        // The adaptation's own part lies between -y and -y e^(-nt); where the rest outweighs both, felt load never
        // stops.
        double atEnd = -y * Math.exp(-adapt * span);
        if (lowest(f.constant(), q, span) + Math.min(-y, atEnd) > 0) {
            double decay = Math.exp(-feel * span);
            felt = felt * decay + driven(f, span, decay);
        } else {
            feel(f, span);
        }
        adaptation = limit + lag - drop * span - atEnd;
    }

    /** Felt load follows what exceeds the adaptation, and nothing where nothing does. */
    private void feel(Curve f, double span) {
        double t = 0;
        Curve rest = f;
        while (t < span) {
            double end = rest.firstZero(span - t);
            double step = Math.min(span - t, Math.max(end, SHORTEST));
            double decay = Math.exp(-feel * step);
            felt *= decay;
            if (rest.at(step / 2) > 0) {
                felt += driven(rest, step, decay);
            }
            t += step;
            rest = new Curve(
                    rest.constant() + rest.slope() * step,
                    rest.slope(),
                    rest.x() * Math.exp(-heal * step),
                    heal,
                    rest.y() * Math.exp(-adapt * step),
                    adapt);
        }
    }

    private double driven(Curve f, double t, double decay) {
        return f.constant() * (1 - decay)
                + f.slope() * (t - (1 - decay) / feel)
                + f.x() * feel * (Math.exp(-heal * t) - decay) / (feel - heal)
                + f.y() * feel * (Math.exp(-adapt * t) - decay) / (feel - adapt);
    }
}
