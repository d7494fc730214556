package org.stillpoint.strain;

/** Where the nodes are: displacement and finite rotation of each against neutral standing. */
final class Pose {

    /** Displacement of the centres, three a node, m. */
    final double[] shift;
    /** Rotation of each node, 3 x 3 row by row. */
    final double[] turn;

    private Pose(double[] shift, double[] turn) {
        this.shift = shift;
        this.turn = turn;
    }

    static Pose neutral(int nodes) {
        double[] turn = new double[9 * nodes];
        for (int i = 0; i < nodes; i++) {
            turn[9 * i] = 1;
            turn[9 * i + 4] = 1;
            turn[9 * i + 8] = 1;
        }
        return new Pose(new double[3 * nodes], turn);
    }

    /** This pose moved on: displacements added, turns put before those made already. */
    Pose moved(double[] u, double factor) {
        int nodes = shift.length / 3;
        double[] s = shift.clone();
        double[] t = new double[turn.length];
        for (int i = 0; i < nodes; i++) {
            for (int c = 0; c < 3; c++) {
                s[3 * i + c] += factor * u[6 * i + c];
            }
            double[] step = Rotation.exp(factor * u[6 * i + 3], factor * u[6 * i + 4], factor * u[6 * i + 5]);
            System.arraycopy(Rotation.multiply(step, of(i)), 0, t, 9 * i, 9);
        }
        return new Pose(s, t);
    }

    /** Rotation of a node. */
    double[] of(int node) {
        return java.util.Arrays.copyOfRange(turn, 9 * node, 9 * node + 9);
    }

    /** Displacement of a place fixed to a node. */
    double[] arm(int node, double[] arms, int at) {
        int t = 9 * node;
        double x = arms[at];
        double y = arms[at + 1];
        double z = arms[at + 2];
        return new double[] {
            turn[t] * x + turn[t + 1] * y + turn[t + 2] * z,
            turn[t + 3] * x + turn[t + 4] * y + turn[t + 5] * z,
            turn[t + 6] * x + turn[t + 7] * y + turn[t + 8] * z
        };
    }
}
