package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.List;

/**
 * Equilibrium under large contractions: Newton's method on the stored energy with finite rotations and lines that only pull,
 * the geometry linearised anew at every step, each step shortened until the energy falls.
 */
final class Relinearised {

    private static final int MOST_STEPS = 60;
    /** Out-of-balance force that counts as none, relative to the resting tension of all lines together. */
    private static final double BALANCE = 1e-12;
    /** How many times that much is accepted where rounding keeps it from falling further. */
    private static final double ROUNDING = 1e4;

    private final Framework framework;
    private final Stiffness stiffness;
    private final double[] load;
    private final BlockCholesky neutral;
    private final FiniteBody body;

    Relinearised(StrainNetwork network, double[] shortening, boolean pullsOnly) {
        framework = network.framework();
        stiffness = network.stiffness();
        load = network.load();
        neutral = network.factor();
        body = new FiniteBody(framework, stiffness, load, shortening, pullsOnly);
    }

    FiniteBody body() {
        return body;
    }

    /**
     * Finds the equilibrium.
     *
     * @throws IllegalStateException if it is not found
     */
    Pose solve() {
        Pose pose = Pose.neutral(framework.segments.size());
        double[] gradient = body.gradient(pose);
        double small =
                BALANCE * Math.max(1, java.util.Arrays.stream(stiffness.tension).sum());
        for (int step = 0; step < MOST_STEPS; step++) {
            if (norm(gradient) <= small) {
                return pose;
            }
            Pose next = search(pose, tangent(pose).solve(gradient), gradient);
            if (next == pose) {
                next = search(pose, neutral.solve(gradient), gradient);
            }
            double[] after = body.gradient(next);
            boolean stalled = next == pose || norm(after) > 0.5 * norm(gradient);
            if (stalled && norm(gradient) <= ROUNDING * small) {
                return pose; // as good as rounding allows
            }
            if (next == pose) {
                break;
            }
            pose = next;
            gradient = after;
        }
        throw new IllegalStateException("no equilibrium found; force left over " + norm(gradient) + " N");
    }

    /** The pose at the end of a step that lowers the energy, or the same pose if there is none. */
    private Pose search(Pose pose, double[] direction, double[] gradient) {
        double slope = 0;
        for (int i = 0; i < direction.length; i++) {
            slope += direction[i] * gradient[i];
        }
        double before = body.energy(pose);
        double start = norm(gradient);
        for (double length = 1; length > 1e-6; length /= 2) {
            Pose next = pose.moved(direction, -length);
            boolean falls = body.energy(next) <= before - 1e-4 * length * slope;
            if (slope > 0 && (falls || norm(body.gradient(next)) < 0.5 * start)) {
                return next;
            }
        }
        return pose;
    }

    /** Tangent stiffness at a pose, or at neutral standing where that is not positive definite. */
    private BlockCholesky tangent(Pose pose) {
        double[] centres = framework.centres.clone();
        for (int i = 0; i < centres.length; i++) {
            centres[i] += pose.shift[i];
        }
        double[] tension = body.tension(pose);
        List<Pull> pulls = new ArrayList<>();
        double[] k = stiffness.pull.clone();
        for (int i = 0; i < tension.length; i++) {
            Pull p = framework.pulls.get(i);
            if (tension[i] <= 0 && stiffness.tension[i] > 0) {
                k[i] = 0;
            }
            pulls.add(new Pull(
                    p.carrier,
                    p.pointNodes,
                    points(p, pose, centres),
                    centres,
                    p.muscle,
                    p.fibreLength,
                    p.otherMuscle,
                    p.otherFibreLength));
        }
        double[] loads = load.clone();
        List<Bushing> bushings = new ArrayList<>();
        for (int i = 0; i < framework.bushings.size(); i++) {
            Bushing b = framework.bushings.get(i);
            double[] d = body.deformation(b, pose);
            for (int c = 0; c < 6; c++) {
                loads[6 * i + c] += stiffness.bushing[6 * i + c] * d[c];
            }
            bushings.add(b.moved(pose));
        }
        try {
            return BlockCholesky.factor(
                    framework.structure, Assembly.of(framework, bushings, stiffness.bushing, loads, pulls, k, tension));
        } catch (NotPositiveDefiniteException e) {
            return neutral; // still a direction of descent: its stiffness is positive definite
        }
    }

    private static double[] points(Pull p, Pose pose, double[] centres) {
        double[] points = new double[p.arms.length];
        for (int i = 0; i < p.pointNodes.length; i++) {
            double[] arm = pose.arm(p.pointNodes[i], p.arms, 3 * i);
            for (int c = 0; c < 3; c++) {
                points[3 * i + c] = centres[3 * p.pointNodes[i] + c] + arm[c];
            }
        }
        return points;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
