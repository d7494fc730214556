package org.stillpoint.evidence.diary;

/**
 * Turns columns over the days of a diary into columns with independent errors of variance one, in one cell of the grid at
 * a time: the scalar Kalman filter of the drift.
 */
final class Whitener {

    /** Added to the noise share so that two entries at one moment never make the covariance singular; reference grid. */
    static final double JITTER = 1e-8;

    /** A product of variances is turned into a logarithm before it can underflow. */
    private static final double SMALL_PRODUCT = 1e-200;

    private final double[] days;
    private final double[] decay;
    private final double[] gain;
    private final double[] root;
    private double decayOf = Double.NaN;
    private double logDeterminant;

    /** @param days times of the entries, in order */
    Whitener(double[] days) {
        this.days = days;
        decay = new double[days.length];
        gain = new double[days.length];
        root = new double[days.length];
    }

    /** Makes ready for columns in this cell. */
    void at(DriftNoiseGrid.GridCell cell) {
        int n = days.length;
        if (cell.drift() != decayOf) {
            decayOf = cell.drift();
            decays(days, decayOf, decay);
        }
        double drift = drift(cell);
        double noise = 1 - drift + JITTER;
        double variance = drift;
        double product = 1;
        double logs = 0;
        for (int i = 0; i < n; i++) {
            double phi2 = decay[i] * decay[i];
            variance = phi2 * variance + drift * (1 - phi2);
            double total = variance + noise;
            gain[i] = variance / total;
            root[i] = 1 / Math.sqrt(total);
            product *= total;
            if (product < SMALL_PRODUCT) {
                logs += Math.log(product);
                product = 1;
            }
            variance = gain[i] * noise;
        }
        logDeterminant = logs + Math.log(product);
    }

    /** Share of the variance that wanders. */
    static double drift(DriftNoiseGrid.GridCell cell) {
        return cell.drift() == 0 ? 0 : 1 - cell.noise();
    }

    /** Correlation of the drift from the entry before to each entry; 0 for the first. */
    static void decays(double[] days, double drift, double[] decay) {
        double rate = Math.log(drift);
        for (int i = 1; i < days.length; i++) {
            double gap = days[i] - days[i - 1];
            boolean same = i > 1 && gap == days[i - 1] - days[i - 2];
            decay[i] = drift == 0 ? 0 : same ? decay[i - 1] : Math.exp(rate * gap);
        }
    }

    /** Logarithm of the determinant of the entries' correlations. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** One column, whitened. */
    double[] whiten(double[] column) {
        double[] white = new double[column.length];
        double state = 0;
        for (int i = 0; i < column.length; i++) {
            state *= decay[i];
            double innovation = column[i] - state;
            white[i] = innovation * root[i];
            state += gain[i] * innovation;
        }
        return white;
    }

    /**
     * Whitens many columns at once and keeps of each its products with three white columns and with itself.
     *
     * @param rows entries x columns
     */
    Products products(double[][] rows, double[] a, double[] b, double[] c) {
        int count = rows[0].length;
        Products p = new Products(new double[count], new double[count], new double[count], new double[count]);
        double[] state = new double[count];
        for (int i = 0; i < rows.length; i++) {
            add(rows[i], state, decay[i], gain[i], root[i], p, a[i], b[i], c[i]);
        }
        return p;
    }

    /** One entry of every column: a loop without branches, which compiles to vector instructions. */
    private static void add(
            double[] row,
            double[] state,
            double decay,
            double gain,
            double root,
            Products p,
            double a,
            double b,
            double c) {
        double[] withA = p.a;
        double[] withB = p.b;
        double[] withC = p.c;
        double[] own = p.own;
        for (int s = 0; s < row.length; s++) {
            double before = state[s] * decay;
            double innovation = row[s] - before;
            double white = innovation * root;
            state[s] = before + gain * innovation;
            withA[s] += a * white;
            withB[s] += b * white;
            withC[s] += c * white;
            own[s] += white * white;
        }
    }

    /** Products of many white columns with three others and with themselves. */
    record Products(double[] a, double[] b, double[] c, double[] own) {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Takes {@code share} times {@code b} out of {@code a}. */
    static void takeOut(double[] a, double share, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] -= share * b[i];
        }
    }

    /** Makes a column of length one and gives the length it had. */
    static double normalise(double[] a) {
        double length = Math.sqrt(dot(a, a));
        for (int i = 0; i < a.length; i++) {
            a[i] /= length;
        }
        return length;
    }
}
