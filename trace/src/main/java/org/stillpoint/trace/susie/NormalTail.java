package org.stillpoint.trace.susie;

/**
 * The standard normal distribution where accuracy in the far tail matters.
 *
 * <p>Rational approximations of Cody 1969 (Mathematics of Computation 23:631, "Rational Chebyshev approximations for the error
 * function"; coefficients as in netlib's specfun {@code calerf}); relative error below 1e-15 away from underflow.
 */
final class NormalTail {
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double SQRT_PI_INVERSE = 1 / Math.sqrt(Math.PI);
    private static final double SQRT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);
    private static final double NEAR = 0.46875;
    private static final double FAR = 4;

    private static final double[] A = {
        3.16112374387056560e00,
        1.13864154151050156e02,
        3.77485237685302021e02,
        3.20937758913846947e03,
        1.85777706184603153e-1
    };
    private static final double[] B = {
        2.36012909523441209e01, 2.44024637934444173e02, 1.28261652607737228e03, 2.84423683343917062e03
    };
    private static final double[] C = {
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e01,
        2.98635138197400131e02,
        8.81952221241769090e02,
        1.71204761263407058e03,
        2.05107837782607147e03,
        1.23033935479799725e03,
        2.15311535474403846e-8
    };
    private static final double[] D = {
        1.57449261107098347e01,
        1.17693950891312499e02,
        5.37181101862009858e02,
        1.62138957456669019e03,
        3.29079923573345963e03,
        4.36261909014324716e03,
        3.43936767414372164e03,
        1.23033935480374942e03
    };
    private static final double[] P = {
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4,
        1.63153871373020978e-2
    };
    private static final double[] Q = {
        2.56852019228982242e00,
        1.87295284992346725e00,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private NormalTail() {}

    /** {@code phi(z) / Phi(z)}, the inverse Mills ratio of the left tail: how far truncation at zero pushes a mean, in deviations. */
    static double inverseMills(double z) {
        double x = z * SQRT_HALF;
        if (x <= -NEAR) {
            return SQRT_TWO_OVER_PI / scaledErfcAway(-x);
        }
        double twiceCdf = x < NEAR ? 1 + erfNear(x) : 2 - scaledErfcAway(x) * Math.exp(-x * x);
        return SQRT_TWO_OVER_PI * Math.exp(-x * x) / twiceCdf;
    }

    /** {@code erf(x)} for {@code |x| <= 0.46875}. */
    private static double erfNear(double x) {
        double square = x * x;
        double above = A[4] * square;
        double below = square;
        for (int i = 0; i < 3; i++) {
            above = (above + A[i]) * square;
            below = (below + B[i]) * square;
        }
        return x * (above + A[3]) / (below + B[3]);
    }

    /** {@code exp(x^2) erfc(x)} for {@code x >= 0}. */
    static double scaledErfc(double x) {
        return x < NEAR ? Math.exp(x * x) * (1 - erfNear(x)) : scaledErfcAway(x);
    }

    private static double scaledErfcAway(double x) {
        if (x <= FAR) {
            double above = C[8] * x;
            double below = x;
            for (int i = 0; i < 7; i++) {
                above = (above + C[i]) * x;
                below = (below + D[i]) * x;
            }
            return (above + C[7]) / (below + D[7]);
        }
        double square = 1 / (x * x);
        double above = P[5] * square;
        double below = square;
        for (int i = 0; i < 4; i++) {
            above = (above + P[i]) * square;
            below = (below + Q[i]) * square;
        }
        return (SQRT_PI_INVERSE - square * (above + P[4]) / (below + Q[4])) / x;
    }
}
