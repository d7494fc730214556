package org.stillpoint.strain;

/**
 * Energy and forces of the body at any pose, with finite rotations and lines that only pull: what the linear network is the
 * second derivative of.
 */
final class FiniteBody {

    private final Framework framework;
    private final Stiffness stiffness;
    private final double[] load;
    private final double[] shortening;
    private final boolean pullsOnly;

    /**
     * A body with contractions.
     *
     * @param load resting load of each bushing
     * @param shortening of each pull's rest length, m
     * @param pullsOnly whether lines go slack instead of pushing
     */
    FiniteBody(Framework framework, Stiffness stiffness, double[] load, double[] shortening, boolean pullsOnly) {
        this.framework = framework;
        this.stiffness = stiffness;
        this.load = load;
        this.shortening = shortening;
        this.pullsOnly = pullsOnly;
    }

    /** Stored energy and potential of the weight against neutral standing, J. */
    double energy(Pose pose) {
        return evaluate(pose, null);
    }

    /** Derivative of the energy by shift and spin of every node, six numbers a node, N and N m. */
    double[] gradient(Pose pose) {
        double[] gradient = new double[6 * framework.segments.size()];
        evaluate(pose, gradient);
        return gradient;
    }

    /** Tension of each pull, N. */
    double[] tension(Pose pose) {
        double[] tension = new double[stiffness.pull.length];
        for (int i = 0; i < tension.length; i++) {
            double stretch = length(framework.pulls.get(i), pose) - framework.pulls.get(i).length + shortening[i];
            double t = stiffness.tension[i] + stiffness.pull[i] * stretch;
            tension[i] = pullsOnly ? Math.max(0, t) : t;
        }
        return tension;
    }

    private double evaluate(Pose pose, double @org.jspecify.annotations.Nullable [] gradient) {
        double energy = 0;
        for (int i = 0; i < framework.segments.size(); i++) {
            energy += stiffness.weight[i] * pose.shift[3 * i + 1];
            if (gradient != null) {
                gradient[6 * i + 1] += stiffness.weight[i];
            }
        }
        for (int i = 0; i < framework.pulls.size(); i++) {
            energy += pull(i, pose, gradient);
        }
        for (int i = 0; i < framework.bushings.size(); i++) {
            energy += bushing(i, pose, gradient);
        }
        return energy;
    }

    private double pull(int i, Pose pose, double @org.jspecify.annotations.Nullable [] gradient) {
        double k = stiffness.pull[i];
        double rest = stiffness.tension[i];
        if (k == 0 && rest == 0) {
            return 0;
        }
        Pull p = framework.pulls.get(i);
        double stretch = length(p, pose) - p.length + shortening[i];
        double tension = rest + k * stretch;
        if (pullsOnly && tension < 0) {
            return k == 0 ? 0 : -rest * rest / (2 * k);
        }
        if (gradient != null) {
            for (int s = 1; s < p.pointNodes.length; s++) {
                segment(p, s, pose, tension, gradient);
            }
        }
        return rest * stretch + 0.5 * k * stretch * stretch;
    }

    private void segment(Pull p, int s, Pose pose, double tension, double[] gradient) {
        int a = p.pointNodes[s - 1];
        int b = p.pointNodes[s];
        if (a == b) {
            return;
        }
        double[] ra = pose.arm(a, p.arms, 3 * s - 3);
        double[] rb = pose.arm(b, p.arms, 3 * s);
        double[] d = difference(a, ra, b, rb, pose);
        double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        if (length < 1e-9) {
            return;
        }
        for (int c = 0; c < 3; c++) {
            d[c] *= tension / length;
        }
        force(gradient, b, rb, d, 1);
        force(gradient, a, ra, d, -1);
    }

    private double[] difference(int a, double[] ra, int b, double[] rb, Pose pose) {
        double[] d = new double[3];
        for (int c = 0; c < 3; c++) {
            d[c] = framework.centres[3 * b + c]
                    + pose.shift[3 * b + c]
                    + rb[c]
                    - framework.centres[3 * a + c]
                    - pose.shift[3 * a + c]
                    - ra[c];
        }
        return d;
    }

    /** Length of a pull's path at a pose, m. */
    double length(Pull p, Pose pose) {
        double total = 0;
        for (int s = 1; s < p.pointNodes.length; s++) {
            int a = p.pointNodes[s - 1];
            int b = p.pointNodes[s];
            double[] d = difference(a, pose.arm(a, p.arms, 3 * s - 3), b, pose.arm(b, p.arms, 3 * s), pose);
            total += Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        }
        return total;
    }

    private static void force(double[] gradient, int node, double[] r, double[] f, double sign) {
        int at = 6 * node;
        gradient[at] += sign * f[0];
        gradient[at + 1] += sign * f[1];
        gradient[at + 2] += sign * f[2];
        gradient[at + 3] += sign * (r[1] * f[2] - r[2] * f[1]);
        gradient[at + 4] += sign * (r[2] * f[0] - r[0] * f[2]);
        gradient[at + 5] += sign * (r[0] * f[1] - r[1] * f[0]);
    }

    /** Translation along the axes of the atlas, then rotation in the parent's axes. */
    double[] deformation(Bushing b, Pose pose) {
        double[] rc = pose.arm(b.child, b.childArm, 0);
        double[] d = new double[6];
        double[] turn = pose.of(b.child);
        for (int c = 0; c < 3; c++) {
            d[c] = pose.shift[3 * b.child + c] + rc[c] - b.childArm[c];
        }
        if (b.parent != Bushing.GROUND) {
            double[] rp = pose.arm(b.parent, b.parentArm, 0);
            for (int c = 0; c < 3; c++) {
                d[c] -= pose.shift[3 * b.parent + c] + rp[c] - b.parentArm[c];
            }
            turn = Rotation.transposedTimes(pose.of(b.parent), turn);
        }
        System.arraycopy(Rotation.log(turn), 0, d, 3, 3);
        return d;
    }

    private double bushing(int i, Pose pose, double @org.jspecify.annotations.Nullable [] gradient) {
        Bushing b = framework.bushings.get(i);
        double[] d = deformation(b, pose);
        double energy = 0;
        double[] f = new double[6];
        for (int c = 0; c < 6; c++) {
            double k = stiffness.bushing[6 * i + c];
            f[c] = load[6 * i + c] + k * d[c];
            energy += load[6 * i + c] * d[c] + 0.5 * k * d[c] * d[c];
        }
        if (gradient == null) {
            return energy;
        }
        double[] m = Rotation.spinMoment(new double[] {d[3], d[4], d[5]}, new double[] {f[3], f[4], f[5]});
        force(gradient, b.child, pose.arm(b.child, b.childArm, 0), f, 1);
        if (b.parent != Bushing.GROUND) {
            m = Rotation.apply(pose.of(b.parent), m[0], m[1], m[2]);
            force(gradient, b.parent, pose.arm(b.parent, b.parentArm, 0), f, -1);
            for (int c = 0; c < 3; c++) {
                gradient[6 * b.parent + 3 + c] -= m[c];
            }
        }
        for (int c = 0; c < 3; c++) {
            gradient[6 * b.child + 3 + c] += m[c];
        }
        return energy;
    }
}
