package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.MuscleLine;

/**
 * Standing upright by muscles: under any load the tone of the muscle lines changes so that the body's centre of mass stays where
 * it was over the feet, and the trunk as a whole, its uppermost vertebra and the head do not turn; of all ways to do that, the one
 * with the least sum over lines of volume times squared activation. No line pushes. Nothing from outside holds the body but the
 * ground.
 *
 * <p>With {@code K} the body without posture springs, {@code a} the gradients of the lines' lengths and {@code C} what is held:
 * {@code K u = f - a^T t}, {@code C u = 0}, least {@code sum (L0 / F0) t^2} with {@code T + k a u + t >= 0}. The dual has one
 * unknown for each thing held and is solved by Newton's method. Unlike the springs it is no elastic body: Maxwell-Betti
 * reciprocity does not hold.
 */
final class Posture {

    private static final String PELVIS = "sacrum";
    private static final String TRUNK_TOP = "thoracic_vertebra_1";
    private static final String HEAD = "skull";
    private static final List<String> TRUNK = List.of("lumbar_vertebra_", "thoracic_vertebra_");

    /** Stiffness of the springs that make the matrix positive definite, N/m: any great one, it cancels out. */
    private static final double SPRING = 1e5;

    /** The same against a turn that is held, N m/rad. */
    private static final double TURN_SPRING = 1e3;

    private static final int MOST_STEPS = 100;
    private static final int MOST_ROUNDS = 200;
    /** What is left of a held quantity that counts as none, relative to what the load alone would do. */
    private static final double HELD = 1e-10;
    /** Change of a line's least tone between rounds that counts as none, N. */
    private static final double SETTLED = 1e-7;

    private final Framework framework;
    private final Stiffness stiffness;
    private final BlockCholesky factor;
    /** How the body moves with a unit force of each of the two springs that {@link #factor} contains and the body has not. */
    private final double[][] spring = new double[2][];

    private final int[] springRow = new int[2];
    /** For each thing held, how the free body moves under its work partner. */
    private final List<double[]> partner = new ArrayList<>();

    private final List<double[]> held = new ArrayList<>();
    /** How much each line's tone moves each thing held: {@code C K^-1 a^T}, a row for each. */
    final double[][] reach;
    /** F0 / L0 of each line, 0 for what has no tone. */
    final double[] ease;

    /**
     * Prepares a body.
     *
     * @throws NotPositiveDefiniteException if it would fall in another way than as a whole
     * @throws IllegalArgumentException if it lacks sacrum, first thoracic vertebra or skull
     */
    Posture(StrainNetwork network) {
        framework = network.framework();
        stiffness = network.stiffness();
        int pelvis = framework.node(PELVIS);
        double[] bushing = stiffness.bushing.clone();
        for (int i = 0; i < framework.bushings.size(); i++) {
            if (framework.bushings.get(i).carrier instanceof Carrier.PostureControl) {
                Arrays.fill(bushing, 6 * i, 6 * i + 6, 0);
            }
        }
        // A standing body without control is unstable: it sways as a whole, and a soft one bends between leg and trunk.
        // Two
        // springs on the pelvis, taken out of every answer again, and springs against the turn of trunk and head, which
        // is held to
        // be nothing, so that they carry nothing, make its stiffness positive definite.
        for (int i = 0; i < framework.bushings.size(); i++) {
            String control = framework.bushings.get(i).carrier.id();
            if (control.equals("sway/" + PELVIS)) {
                bushing[6 * i] = SPRING;
                bushing[6 * i + 2] = SPRING;
            } else if (control.equals("sway/" + TRUNK_TOP) || control.equals("sway/" + HEAD)) {
                Arrays.fill(bushing, 6 * i + 3, 6 * i + 6, TURN_SPRING);
            }
        }
        factor = BlockCholesky.factor(
                framework.structure,
                Assembly.of(
                        framework,
                        framework.bushings,
                        bushing,
                        network.load(),
                        framework.pulls,
                        stiffness.pull,
                        stiffness.tension));
        for (int s = 0; s < 2; s++) {
            springRow[s] = 6 * pelvis + 2 * s;
            double[] unit = new double[network.degreesOfFreedom()];
            unit[springRow[s]] = 1;
            spring[s] = factor.solve(unit);
        }
        int top = framework.node(TRUNK_TOP);
        int head = framework.node(HEAD);
        holdCentreOfMass();
        holdTurn(id -> TRUNK.stream().anyMatch(id::startsWith));
        holdTurn(framework.segments.get(top).id()::equals);
        holdTurn(framework.segments.get(head).id()::equals);
        held.forEach(c -> partner.add(free(c)));
        reach = reach();
        ease = ease(network.physique().forceScale());
    }

    /** Displacements and the change of each pull's tone, N. */
    record Upright(double[] u, double[] tone) {}

    /**
     * The body under a load, held upright by its muscles.
     *
     * @param forces six numbers a segment, N and N m
     * @throws IllegalStateException if no tone holds it
     */
    Upright under(double[] forces) {
        double[] alone = free(forces);
        double[] wanted = held.stream().mapToDouble(c -> dot(c, alone)).toArray();
        double[] least = least(new double[alone.length]);
        double[] multiplier = new double[held.size()];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] tone = tone(wanted, least, multiplier);
            double[] left = forces.clone();
            for (int i = 0; i < tone.length; i++) {
                if (tone[i] != 0) {
                    StrainNetwork.addPull(framework.pulls.get(i), -tone[i], left);
                }
            }
            double[] u = free(left);
            double[] next = least(u);
            double change = 0;
            for (int i = 0; i < tone.length; i++) {
                if (tone[i] <= least[i] || tone[i] < next[i]) {
                    change = Math.max(change, Math.abs(next[i] - least[i]));
                }
            }
            if (change <= SETTLED) {
                return new Upright(u, tone);
            }
            least = next;
        }
        throw new IllegalStateException("the slack lines did not settle in " + MOST_ROUNDS + " rounds");
    }

    /** Displacements under a load so small that no line goes slack: linear in the load. */
    double[] steady(double[] forces) {
        double[] alone = free(forces);
        double[] wanted = held.stream().mapToDouble(c -> dot(c, alone)).toArray();
        double[] never = new double[ease.length];
        for (int i = 0; i < never.length; i++) {
            never[i] = ease[i] > 0 ? Double.NEGATIVE_INFINITY : 0;
        }
        double[] tone = tone(wanted, never, new double[held.size()]);
        double[] left = forces.clone();
        for (int i = 0; i < tone.length; i++) {
            StrainNetwork.addPull(framework.pulls.get(i), -tone[i], left);
        }
        return free(left);
    }

    /** The least change of tone with which a line does not push, N. */
    private double[] least(double[] u) {
        double[] least = new double[stiffness.pull.length];
        for (int i = 0; i < least.length; i++) {
            least[i] = -stiffness.tension[i]
                    - stiffness.pull[i] * framework.pulls.get(i).stretch(u);
        }
        return least;
    }

    /**
     * The cheapest tone that moves what is held by as much as is wanted; {@code multiplier} is where the search starts and ends.
     */
    private double[] tone(double[] wanted, double[] least, double[] multiplier) {
        double small = HELD * Math.max(size(wanted), Double.MIN_NORMAL);
        ToneTrial here = new ToneTrial(wanted, least, multiplier);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (size(here.missing) <= small) {
                return here.tone;
            }
            double[] direction = here.missing.clone();
            DenseCholesky.solve(here.matrix, direction);
            double[] start = multiplier.clone();
            double before = size(here.missing);
            for (double length = 1; length > 1e-4; length /= 2) {
                for (int r = 0; r < start.length; r++) {
                    multiplier[r] = start[r] + length * direction[r];
                }
                here = new ToneTrial(wanted, least, multiplier);
                if (size(here.missing) < before) {
                    break;
                }
            }
        }
        throw new IllegalStateException("no tone holds the body upright under this load");
    }

    /** The tone that belongs to a multiplier, what it leaves to be moved, and how that changes with the multiplier. */
    private final class ToneTrial {
        final double[] tone;
        final double[] missing;
        final double[] matrix;

        ToneTrial(double[] wanted, double[] least, double[] multiplier) {
            int n = wanted.length;
            tone = new double[least.length];
            missing = wanted.clone();
            matrix = new double[n * n];
            for (int i = 0; i < tone.length; i++) {
                double free = 0;
                for (int r = 0; r < n; r++) {
                    free += ease[i] * reach[r][i] * multiplier[r];
                }
                tone[i] = Math.max(free, least[i]);
                for (int r = 0; r < n; r++) {
                    missing[r] -= reach[r][i] * tone[i];
                    for (int c = 0; free > least[i] && c <= r; c++) {
                        matrix[r * n + c] += ease[i] * reach[r][i] * reach[c][i];
                    }
                }
            }
        }
    }

    private void holdCentreOfMass() {
        for (int axis = 0; axis <= 2; axis += 2) {
            double[] row = new double[6 * framework.segments.size()];
            double mass =
                    framework.segments.stream().mapToDouble(s -> s.massKg()).sum();
            for (int i = 0; i < framework.segments.size(); i++) {
                row[6 * i + axis] = framework.segments.get(i).massKg() / mass;
            }
            held.add(row);
        }
    }

    /** Holds the mean turn of some segments, weighted by mass, about all three axes. */
    private void holdTurn(Predicate<String> which) {
        double mass = framework.segments.stream()
                .filter(s -> which.test(s.id()))
                .mapToDouble(s -> s.massKg())
                .sum();
        for (int axis = 3; axis < 6; axis++) {
            double[] row = new double[6 * framework.segments.size()];
            for (int i = 0; i < framework.segments.size(); i++) {
                if (which.test(framework.segments.get(i).id())) {
                    row[6 * i + axis] = framework.segments.get(i).massKg() / mass;
                }
            }
            held.add(row);
        }
    }

    private double[][] reach() {
        double[][] rows = new double[held.size()][framework.pulls.size()];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                rows[r][i] = framework.pulls.get(i).stretch(partner.get(r));
            }
        }
        return rows;
    }

    private double[] ease(double forceScale) {
        double[] ease = new double[framework.pulls.size()];
        for (int i = 0; i < ease.length; i++) {
            @Nullable MuscleLine line = framework.lineOf.get(i);
            if (line != null) {
                ease[i] = line.maxForceN() * forceScale / framework.pulls.get(i).fibreLength;
            }
        }
        return ease;
    }

    /** Displacements of the body without posture control and without the two springs (Woodbury 1950). */
    private double[] free(double[] forces) {
        double[] u = factor.solve(forces);
        double a = 1 / SPRING - spring[0][springRow[0]];
        double b = -spring[1][springRow[0]];
        double c = -spring[0][springRow[1]];
        double d = 1 / SPRING - spring[1][springRow[1]];
        double determinant = a * d - b * c;
        double p = u[springRow[0]];
        double q = u[springRow[1]];
        double s0 = (d * p - b * q) / determinant;
        double s1 = (a * q - c * p) / determinant;
        for (int i = 0; i < u.length; i++) {
            u[i] += s0 * spring[0][i] + s1 * spring[1][i];
        }
        return u;
    }

    private static double size(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
