package org.stillpoint.memory;

/**
 * {@code constant + slope t + x e^(-mt) + y e^(-nt)}: every quantity of a life between two events has this form, and its zeros are found
 * without stepping through time.
 *
 * @param m rate of the first exponential, per year
 * @param n rate of the second, per year; not equal to {@code m}
 */
record Curve(double constant, double slope, double x, double m, double y, double n) {
    private static final int MOST_STEPS = 100;

    /** Years; a third of a second. */
    private static final double PRECISION = 1e-8;

    double at(double t) {
        return constant + slope * t + x * Math.exp(-m * t) + y * Math.exp(-n * t);
    }

    private Curve derivative() {
        return new Curve(slope, 0, -m * x, m, -n * y, n);
    }

    /**
     * The first zero with a change of sign after 0 and before {@code end}; {@code end} if there is none.
     *
     * <p>The third derivative of such a sum has no constant, so its zero is a logarithm; between the zeros of a derivative a function has
     * at most one zero, which false position finds.
     */
    double firstZero(double end) {
        double[] cuts = derivative().zeros(end);
        double from = 0;
        for (double cut : cuts) {
            double zero = between(from, cut);
            if (zero >= 0) {
                return zero;
            }
            from = cut;
        }
        double zero = between(from, end);
        return zero >= 0 ? zero : end;
    }

    /** All zeros of a curve without slope, ascending: at most two. */
    private double[] zeros(double end) {
        // Its derivative is -m x e^(-mt) - n y e^(-nt), zero at ln(-(m x)/(n y)) / (m - n).
        double ratio = -(m * x) / (n * y);
        double turn = ratio > 0 && Double.isFinite(ratio) ? Math.log(ratio) / (m - n) : -1;
        if (turn > 0 && turn < end) {
            double first = between(0, turn);
            double second = between(turn, end);
            return first >= 0 && second >= 0
                    ? new double[] {first, second}
                    : first >= 0 ? new double[] {first} : second >= 0 ? new double[] {second} : new double[0];
        }
        double only = between(0, end);
        return only >= 0 ? new double[] {only} : new double[0];
    }

    /** The zero between two places where the curve has opposite signs; -1 where it has not. */
    private double between(double low, double high) {
        double a = low;
        double b = high;
        double atA = at(a);
        double atB = at(b);
        if (!(atA > 0 && atB < 0) && !(atA < 0 && atB > 0)) {
            return -1;
        }
        // False position with the Illinois rule (Dowell and Jarratt 1971, BIT 11:168): never leaves the bracket, order
        // 1.44.
        for (int i = 0; i < MOST_STEPS && b - a > PRECISION; i++) {
            double t = (a * atB - b * atA) / (atB - atA);
            double atT = at(t);
            if (atT > 0 == atB > 0) {
                b = t;
                atB = atT;
                atA /= 2;
            } else {
                a = t;
                atA = atT;
                atB /= 2;
            }
            if (atT == 0) {
                return t;
            }
        }
        return (a * atB - b * atA) / (atB - atA);
    }
}
