package org.stillpoint.strain;

import java.util.Arrays;

/**
 * The geometry of something that pulls along a path of points: its length, the gradient of that length by the displacements of
 * the segments it touches, and the second derivative. Lengths in metres, displacements in metres and radians about the
 * segments' centres.
 */
final class Pull {

    final Carrier carrier;
    /** Node of each point. */
    final int[] pointNodes;
    /** Coordinates of each point relative to its node's centre, three a point. */
    final double[] arms;
    /** The distinct nodes, ascending. */
    final int[] nodes;
    /** Gradient of the length, six numbers a distinct node: force direction, then moment. */
    final double[] gradient;
    /** Second derivative of the length: full square matrix over the distinct nodes' degrees of freedom. */
    final double[] curvature;

    final double length;
    /** Muscle whose contraction shortens it, or -1. */
    final int muscle;
    /** Shortening per unit of that muscle's contraction: fibre length, m. */
    final double fibreLength;
    /** Second such muscle, or -1. */
    final int otherMuscle;

    final double otherFibreLength;

    Pull(
            Carrier carrier,
            int[] pointNodes,
            double[] points,
            double[] centres,
            int muscle,
            double fibreLength,
            int otherMuscle,
            double otherFibreLength) {
        this.carrier = carrier;
        this.pointNodes = pointNodes;
        this.muscle = muscle;
        this.fibreLength = fibreLength;
        this.otherMuscle = otherMuscle;
        this.otherFibreLength = otherFibreLength;
        arms = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            arms[i] = points[i] - centres[3 * pointNodes[i / 3] + i % 3];
        }
        nodes = Arrays.stream(pointNodes).distinct().sorted().toArray();
        gradient = new double[6 * nodes.length];
        curvature = new double[gradient.length * gradient.length];
        length = differentiate(points);
    }

    private double differentiate(double[] points) {
        double total = 0;
        for (int i = 1; i < pointNodes.length; i++) {
            double[] d = new double[3];
            for (int c = 0; c < 3; c++) {
                d[c] = points[3 * i + c] - points[3 * i - 3 + c];
            }
            double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
            total += length;
            if (pointNodes[i] == pointNodes[i - 1] || length < 1e-9) {
                continue; // rigid with its segment: its length never changes
            }
            for (int c = 0; c < 3; c++) {
                d[c] /= length;
            }
            int p = Arrays.binarySearch(nodes, pointNodes[i - 1]);
            int q = Arrays.binarySearch(nodes, pointNodes[i]);
            slope(p, 3 * i - 3, d, -1);
            slope(q, 3 * i, d, 1);
            double[] jp = motion(3 * i - 3);
            double[] jq = motion(3 * i);
            bend(p, p, jp, jp, d, 1 / length);
            bend(p, q, jp, jq, d, -1 / length);
            bend(q, p, jq, jp, d, -1 / length);
            bend(q, q, jq, jq, d, 1 / length);
            turn(p, 3 * i - 3, d, -1);
            turn(q, 3 * i, d, 1);
        }
        return total;
    }

    private void slope(int node, int arm, double[] d, double sign) {
        for (int c = 0; c < 3; c++) {
            gradient[6 * node + c] += sign * d[c];
        }
        gradient[6 * node + 3] += sign * (arms[arm + 1] * d[2] - arms[arm + 2] * d[1]);
        gradient[6 * node + 4] += sign * (arms[arm + 2] * d[0] - arms[arm] * d[2]);
        gradient[6 * node + 5] += sign * (arms[arm] * d[1] - arms[arm + 1] * d[0]);
    }

    /** How a point moves with its node, 3 x 6. */
    private double[] motion(int arm) {
        double x = arms[arm];
        double y = arms[arm + 1];
        double z = arms[arm + 2];
        return new double[] {1, 0, 0, 0, z, -y, 0, 1, 0, -z, 0, x, 0, 0, 1, y, -x, 0};
    }

    /** Adds jp^T (I - d d^T) jq times a factor. */
    private void bend(int p, int q, double[] jp, double[] jq, double[] d, double factor) {
        int width = 6 * nodes.length;
        for (int r = 0; r < 6; r++) {
            double along = jp[r] * d[0] + jp[6 + r] * d[1] + jp[12 + r] * d[2];
            double x = jp[r] - along * d[0];
            double y = jp[6 + r] - along * d[1];
            double z = jp[12 + r] - along * d[2];
            for (int c = 0; c < 6; c++) {
                curvature[(6 * p + r) * width + 6 * q + c] += factor * (x * jq[c] + y * jq[6 + c] + z * jq[12 + c]);
            }
        }
    }

    private void turn(int node, int arm, double[] d, double sign) {
        double[] force = {sign * d[0], sign * d[1], sign * d[2]};
        Rotation.addTurningStiffness(
                force, 0, arms, arm, curvature, (6 * node + 3) * 6 * nodes.length + 6 * node + 3, 6 * nodes.length);
    }

    /** How much longer it gets, m, in a small displacement of all nodes. */
    double stretch(double[] displacement) {
        double sum = 0;
        for (int n = 0; n < nodes.length; n++) {
            int at = 6 * nodes[n];
            for (int c = 0; c < 6; c++) {
                sum += gradient[6 * n + c] * displacement[at + c];
            }
        }
        return sum;
    }
}
