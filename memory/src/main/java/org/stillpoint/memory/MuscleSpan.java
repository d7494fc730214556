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

    /** Years; the error of the last of Newton's steps is about its square. */
    private static final double PRECISION = 1e-6;

    private static final int MOST_STEPS = 50;

    private final double heal;
    private final double adapt;
    private final double feel;
    private final double drop;
    private final double span;
    private final boolean feels;
    private final double healed;
    private final double adapted;
    private final double faded;
    private double adaptation;
    private double felt;

    /**
     * Rates per year.
     *
     * @param drop fall of the capacity per year
     * @param span years
     * @param feels whether felt load is worked out; else it is left as it was
     */
    MuscleSpan(double heal, double adapt, double feel, double drop, double span, boolean feels) {
        this.heal = heal;
        this.adapt = adapt;
        this.feel = feel;
        this.drop = drop;
        this.span = span;
        this.feels = feels;
        this.healed = Math.exp(-heal * span);
        this.adapted = Math.exp(-adapt * span);
        this.faded = Math.exp(-feel * span);
    }

    double adaptation() {
        return adaptation;
    }

    double felt() {
        return felt;
    }

    /** Advances a muscle whose load stays below its capacity over the whole span. */
    void below(double steady, double fading, double a, double z) {
        adaptation = a;
        felt = z;
        below(steady, fading, span, healed, adapted, faded);
    }

    /** Advances a muscle whose load crosses its capacity or lies above it. */
    void advance(double steady, double fading, double capacity, double a, double z) {
        adaptation = a;
        felt = z;
        double c = steady - capacity;
        if (c + fading > 0 && (c >= 0 || lowest(c, fading, span) > 0)) {
            above(steady, fading, capacity, span, healed, adapted, faded);
            return;
        }
        double down = c + fading > 0 ? zero(c, fading, Math.log(-fading / c) / heal) : 0;
        double up = c + drop * span + fading * healed > 0 ? Math.max(down, zero(c, fading, span)) : span;
        if (down > 0) {
            above(steady, fading, capacity, down, Math.exp(-heal * down), Math.exp(-adapt * down), decay(down));
        }
        double step = up - down;
        if (step > 0) {
            double h = Math.exp(-heal * step);
            below(steady, fading * Math.exp(-heal * down), step, h, Math.exp(-adapt * step), decay(step));
        }
        double last = span - up;
        if (last > 0) {
            double q = fading * Math.exp(-heal * up);
            double h = Math.exp(-heal * last);
            above(steady, q, capacity - drop * up, last, h, Math.exp(-adapt * last), decay(last));
        }
    }

    private double decay(double step) {
        return feels ? Math.exp(-feel * step) : 0;
    }

    /** The lowest value of {@code c + drop t + q e^(-heal t)}, which is convex, from 0 to {@code end}. */
    private double lowest(double c, double q, double end) {
        double t = drop >= heal * q ? 0 : drop == 0 ? end : Math.min(end, Math.log(heal * q / drop) / heal);
        return c + drop * t + q * Math.exp(-heal * t);
    }

    /**
     * A zero of {@code c + drop t + q e^(-heal t)}, which is convex: Newton's steps run towards it from one side, down to it from the zero
     * of {@code c + q e^(-heal t)}, which comes no later, or back to it from a place above 0.
     */
    private double zero(double c, double q, double from) {
        double t = from;
        double rest = q * Math.exp(-heal * t);
        boolean falls = drop < heal * rest;
        for (int i = 0; i < MOST_STEPS; i++) {
            double slope = drop - heal * rest;
            double back = (c + drop * t + rest) / slope;
            if (slope < 0 != falls || slope == 0) {
                // Past the lowest place by rounding: it only touches 0 here.
                break;
            }
            t -= back;
            if (Math.abs(back) < PRECISION) {
                break;
            }
            rest = q * Math.exp(-heal * t);
        }
        return Math.clamp(t, 0, span);
    }

    /**
     * Adaptation follows the load; what exceeds it is {@code x e^(-heal t) + y e^(-adapt t)}, which has at most one zero and never
     * rises through it.
     *
     * @param h what is left of the injury after {@code step}, n of the adaptation, l of the felt load; shares
     */
    private void below(double steady, double q, double step, double h, double n, double l) {
        double difference = steady + q - adaptation;
        double x = -q * heal / (adapt - heal);
        double y = difference - x;
        double differenceAtEnd = x * h + y * n;
        adaptation = steady + q * h - differenceAtEnd;
        if (!feels) {
            return;
        }
        if (difference > 0 && differenceAtEnd >= 0) {
            felt = felt * l + x * feel * (h - l) / (feel - heal) + y * feel * (n - l) / (feel - adapt);
        } else if (difference > 0) {
            // Felt until t, when adaptation has caught up: y e^(-adapt t) is -x e^(-heal t) there.
            double w = -y / x;
            double t = Math.log(w) / (adapt - heal);
            double e = Math.exp(-heal * t - feel * (step - t));
            felt = felt * l + x * feel * ((e - l) / (feel - heal) - (e - w * l) / (feel - adapt));
        } else {
            felt *= l;
        }
    }

    /** Adaptation follows the capacity. */
    private void above(double steady, double q, double limit, double step, double h, double n, double l) {
        double lag = drop / adapt;
        double y = adaptation - limit - lag;
        double atEnd = -y * n;
        if (feels) {
            Curve f = new Curve(steady - limit - lag, drop, q, heal, -y, adapt);
            // The adaptation's own part lies between -y and -y e^(-nt); where the rest outweighs both, felt load never
            // stops.
            double least = Math.min(-y, atEnd);
            if (f.constant() + least > 0 || lowest(f.constant(), q, step) + least > 0) {
                felt = felt * l + driven(f, step, h, n, l);
            } else {
                feel(f, step);
            }
        }
        adaptation = limit + lag - drop * step - atEnd;
    }

    /** Felt load follows what exceeds the adaptation, and nothing where nothing does. */
    private void feel(Curve f, double end) {
        double t = 0;
        Curve rest = f;
        while (t < end) {
            double step = Math.min(end - t, Math.max(rest.firstZero(end - t), SHORTEST));
            double h = Math.exp(-heal * step);
            double n = Math.exp(-adapt * step);
            double decay = Math.exp(-feel * step);
            felt *= decay;
            if (rest.at(step / 2) > 0) {
                felt += driven(rest, step, h, n, decay);
            }
            t += step;
            rest = new Curve(
                    rest.constant() + rest.slope() * step, rest.slope(), rest.x() * h, heal, rest.y() * n, adapt);
        }
    }

    /** What a felt load gains from {@code f} over {@code t} years, of which {@code h}, {@code n} and {@code l} are what each rate leaves. */
    private double driven(Curve f, double t, double h, double n, double l) {
        return f.constant() * (1 - l)
                + f.slope() * (t - (1 - l) / feel)
                + f.x() * feel * (h - l) / (feel - heal)
                + f.y() * feel * (n - l) / (feel - adapt);
    }
}
