package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import org.stillpoint.anatomy.Atlas;

/** What is always true of a strain network (model, section 1), each law as a check on any network. */
final class Laws {

    private final StrainNetwork network;
    private final Framework framework;
    private final Random random;

    Laws(StrainNetwork network, long seed) {
        this.network = network;
        framework = network.framework();
        random = new Random(seed);
    }

    static double[] dense(StrainNetwork network) {
        return dense(
                network.framework().structure,
                Assembly.whole(network.framework(), network.stiffness(), network.load()));
    }

    static double[] dense(BlockStructure s, double[] values) {
        int n = 6 * s.nodes();
        double[] k = new double[n * n];
        for (int column = 0; column < s.nodes(); column++) {
            for (int b = s.start(column); b < s.start(column + 1); b++) {
                int row = 6 * s.nodeAt(s.row(b));
                int to = 6 * s.nodeAt(column);
                for (int r = 0; r < 6; r++) {
                    for (int c = 0; c < 6; c++) {
                        k[(row + r) * n + to + c] = values[36 * b + 6 * r + c];
                        k[(to + c) * n + row + r] = values[36 * b + 6 * r + c];
                    }
                }
            }
        }
        return k;
    }

    /** Positive definite, and solved as an independent sparse Cholesky solves it: EJML, relative difference below 1e-10. */
    void agreesWithIndependentCholesky() {
        int n = network.degreesOfFreedom();
        double[] k = dense(network);
        DMatrixSparseTriplet triplets = new DMatrixSparseTriplet(n, n, n * 20);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (k[i * n + j] != 0) {
                    triplets.addItem(i, j, k[i * n + j]);
                }
            }
        }
        DMatrixSparseCSC sparse = DConvertMatrixStruct.convert(triplets, (DMatrixSparseCSC) null);
        var solver = LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);
        assertThat(solver.setA(sparse)).as("positive definite").isTrue();
        double[] b = randomVector(n, 1);
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        solver.solve(DMatrixRMaj.wrap(n, 1, b.clone()), x);
        double[] ours = network.factor().solve(b);
        assertThat(difference(ours, x.data)).isLessThan(1e-10);
    }

    /** Work of one contraction against the tension of another is the same the other way round. */
    void reciprocity() {
        int count = network.muscles().size();
        for (int trial = 0; trial < 10; trial++) {
            int m = random.nextInt(count);
            int n = random.nextInt(count);
            double mn = workOn(m, linearTension(n, 1e-3));
            double nm = workOn(n, linearTension(m, 1e-3));
            double scale = Math.abs(workOn(m, linearTension(m, 1e-3))) + Math.abs(workOn(n, linearTension(n, 1e-3)));
            assertThat(mn).as(m + " " + n).isCloseTo(nm, within(1e-9 * scale));
            assertThat(network.influence().tension(m, n) * 1e-3 * network.stiffness().capacity[m])
                    .isCloseTo(mn, within(1e-9 * scale));
        }
    }

    /** Left on right is right on left. */
    void mirrorSymmetry() {
        Atlas atlas = framework.atlas;
        Influence influence = network.influence();
        int[] mirror = network.muscles().stream()
                .mapToInt(id -> atlas.muscles().indexOf(Atlas.mirror(id.value())))
                .toArray();
        for (int of = 0; of < mirror.length; of++) {
            for (int by = 0; by < mirror.length; by++) {
                assertThat(influence.tension(of, by))
                        .isCloseTo(influence.tension(mirror[of], mirror[by]), within(1e-8));
            }
        }
    }

    /** Body and ground moved together: nothing stretches. */
    void rigidMotionStrainsNothing() {
        double[] ground = randomVector(6, 1);
        double[] u = rigid(ground);
        framework.pulls.forEach(p -> assertThat(p.stretch(u)).isCloseTo(0, within(1e-12)));
        framework.bushings.forEach(b -> {
            for (double d : b.deformation(u, ground)) {
                assertThat(d).isCloseTo(0, within(1e-12));
            }
        });
    }

    /** A finite rigid motion leaves every length and every joint as it was. */
    void finiteRigidMotionStrainsNothing() {
        double[] w = randomVector(3, 0.5);
        double[] turn = Rotation.exp(w[0], w[1], w[2]);
        double[] u = new double[network.degreesOfFreedom()];
        for (int i = 0; i < framework.segments.size(); i++) {
            double[] c = {framework.centres[3 * i], framework.centres[3 * i + 1], framework.centres[3 * i + 2]};
            double[] to = Rotation.apply(turn, c[0], c[1], c[2]);
            for (int k = 0; k < 3; k++) {
                u[6 * i + k] = to[k] - c[k];
                u[6 * i + 3 + k] = w[k];
            }
        }
        Pose pose = Pose.neutral(framework.segments.size()).moved(u, 1);
        FiniteBody body = still();
        framework.pulls.forEach(p -> assertThat(body.length(p, pose)).isCloseTo(p.length, within(1e-12)));
        framework.bushings.stream().filter(b -> b.parent != Bushing.GROUND).forEach(b -> {
            for (double d : body.deformation(b, pose)) {
                assertThat(d).isCloseTo(0, within(1e-9));
            }
        });
    }

    /** Work put in by a contraction is found again as stored energy (Clapeyron). */
    void energyInIsEnergyStored() {
        int m = random.nextInt(network.muscles().size());
        double[] delta = network.stiffness().shortening(java.util.Map.of(m, 0.01));
        double[] u = new Response(
                        network, List.of(new HeldContraction(network.muscles().get(m), 0.01)))
                .linear();
        double in = 0;
        double stored = 0.5 * dot(u, product(dense(network), u));
        for (int i = 0; i < delta.length; i++) {
            double k = network.stiffness().pull[i];
            double stretch = framework.pulls.get(i).stretch(u);
            in += 0.5 * k * (stretch + delta[i]) * delta[i];
            stored += k * delta[i] * stretch + 0.5 * k * delta[i] * delta[i];
        }
        assertThat(stored).isCloseTo(in, within(1e-9 * Math.abs(in)));
    }

    /** Nothing held, nothing strained; and neutral standing is in balance. */
    void zeroContractionZeroStrain() {
        StrainPattern pattern = network.hold(List.of());
        assertThat(pattern.slack()).isEmpty();
        pattern.muscles().forEach(s -> {
            assertThat(s.tensionChange()).isZero();
            assertThat(s.lengthening()).isZero();
        });
        pattern.joints().forEach(s -> assertThat(s.momentNm() + s.forceN()).isZero());
        double[] gradient = still().gradient(Pose.neutral(framework.segments.size()));
        for (double g : gradient) {
            assertThat(g).isCloseTo(0, within(1e-6));
        }
    }

    /** The gradient is the derivative of the energy, at a pose far from neutral (central differences). */
    void gradientIsDerivativeOfEnergy() {
        double[] delta = new double[framework.pulls.size()];
        for (int i = 0; i < delta.length; i++) {
            delta[i] = 0.01 * random.nextDouble();
        }
        FiniteBody body = new FiniteBody(framework, network.stiffness(), network.load(), delta, true);
        Pose pose = Pose.neutral(framework.segments.size()).moved(randomVector(network.degreesOfFreedom(), 0.02), 1);
        double[] gradient = body.gradient(pose);
        for (int trial = 0; trial < 10; trial++) {
            double[] direction = randomVector(network.degreesOfFreedom(), 1);
            double h = 1e-6;
            double slope = (body.energy(pose.moved(direction, h)) - body.energy(pose.moved(direction, -h))) / (2 * h);
            assertThat(dot(gradient, direction)).isCloseTo(slope, within(1e-5 * norm(gradient)));
        }
    }

    /** The network's stiffness is the derivative of the gradient in neutral standing (central differences). */
    void stiffnessIsDerivativeOfGradient() {
        FiniteBody body = still();
        Pose neutral = Pose.neutral(framework.segments.size());
        double[] k = dense(network);
        for (int trial = 0; trial < 5; trial++) {
            double[] direction = randomVector(network.degreesOfFreedom(), 1);
            double h = 1e-5;
            double[] up = body.gradient(neutral.moved(direction, h));
            double[] down = body.gradient(neutral.moved(direction, -h));
            double[] slope = new double[up.length];
            for (int i = 0; i < slope.length; i++) {
                slope[i] = (up[i] - down[i]) / (2 * h);
            }
            assertThat(difference(product(k, direction), slope)).isLessThan(1e-6);
        }
    }

    /** The answer with finite geometry tends to the linear one, the difference falling at least as fast as the contraction. */
    void linearIsTheLimitOfSmallContractions() {
        int m = random.nextInt(network.muscles().size());
        double far = distanceFromLinear(m, 1e-2);
        double near = distanceFromLinear(m, 1e-3);
        assertThat(near).isLessThan(0.02);
        assertThat(near).isLessThan(Math.max(0.3 * far, 1e-5));
    }

    private double distanceFromLinear(int muscle, double c) {
        double[] delta = network.stiffness().shortening(java.util.Map.of(muscle, c));
        double[] u = new Response(
                        network, List.of(new HeldContraction(network.muscles().get(muscle), c)))
                .linear();
        Pose pose = new Relinearised(network, delta, false).solve();
        double[] shift = new double[pose.shift.length];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = u[6 * (i / 3) + i % 3];
        }
        return difference(shift, pose.shift);
    }

    private FiniteBody still() {
        return new FiniteBody(
                framework, network.stiffness(), network.load(), new double[framework.pulls.size()], false);
    }

    private double[] linearTension(int muscle, double c) {
        double[] delta = network.stiffness().shortening(java.util.Map.of(muscle, c));
        double[] u = new Response(
                        network, List.of(new HeldContraction(network.muscles().get(muscle), c)))
                .linear();
        double[] t = new double[delta.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = network.stiffness().pull[i] * (framework.pulls.get(i).stretch(u) + delta[i]);
        }
        return t;
    }

    private double workOn(int muscle, double[] tension) {
        double sum = 0;
        for (int i = 0; i < tension.length; i++) {
            Pull p = framework.pulls.get(i);
            sum += tension[i]
                    * ((p.muscle == muscle ? p.fibreLength : 0) + (p.otherMuscle == muscle ? p.otherFibreLength : 0));
        }
        return sum;
    }

    private double[] rigid(double[] g) {
        double[] u = new double[network.degreesOfFreedom()];
        for (int i = 0; i < framework.segments.size(); i++) {
            double x = framework.centres[3 * i];
            double y = framework.centres[3 * i + 1];
            double z = framework.centres[3 * i + 2];
            u[6 * i] = g[0] + g[4] * z - g[5] * y;
            u[6 * i + 1] = g[1] + g[5] * x - g[3] * z;
            u[6 * i + 2] = g[2] + g[3] * y - g[4] * x;
            System.arraycopy(g, 3, u, 6 * i + 3, 3);
        }
        return u;
    }

    private double[] randomVector(int n, double size) {
        return random.doubles(n, -size, size).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double difference(double[] a, double[] b) {
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return norm(d) / Math.max(norm(a), Double.MIN_NORMAL);
    }

    private static double[] product(double[] k, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += k[i * x.length + j] * x[j];
            }
        }
        return y;
    }
}
