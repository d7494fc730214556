package org.stillpoint.strain;

import java.util.List;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;

/**
 * One person's body as an elastic network in neutral upright standing: segments joined by joints, muscle lines and fascia, with
 * both feet on the ground, under gravity, at resting tone. Immutable and safe to share between threads.
 *
 * <p>Each segment has six degrees of freedom {@code u} (m, rad). The stiffness {@code K} is the second derivative of the stored
 * energy in neutral standing; a held contraction {@code c} of a muscle shortens the rest length of its lines by {@code c} times
 * their fibre length, and {@code K u = -sum k a delta}.
 */
public final class StrainNetwork {

    private final Framework framework;
    private final Physique physique;
    private final StrainParameters parameters;
    private final Stiffness stiffness;
    private final double[] load;
    private final BlockCholesky factor;

    private StrainNetwork(Framework framework, Physique physique, StrainParameters parameters) {
        this.framework = framework;
        this.physique = physique;
        this.parameters = parameters;
        stiffness = new Stiffness(framework, physique, parameters);
        load = restingLoads();
        factor = BlockCholesky.factor(framework.structure, Assembly.whole(framework, stiffness, load));
    }

    /**
     * The body of the atlas.
     *
     * @throws NotPositiveDefiniteException if nothing holds this body upright
     */
    public static StrainNetwork of(Atlas atlas, StrainParameters parameters) {
        return of(atlas, Physique.standard(), parameters);
    }

    /**
     * One person's body.
     *
     * @throws NotPositiveDefiniteException if nothing holds this body upright
     * @throws java.util.NoSuchElementException if the physique names a segment that the atlas lacks
     */
    public static StrainNetwork of(Atlas atlas, Physique physique, StrainParameters parameters) {
        physique.fused().forEach(joint -> atlas.joints().get(joint.value()));
        return new StrainNetwork(Framework.of(atlas, physique), physique, parameters);
    }

    /** The same body with other parameters; its geometry is not computed again. */
    public StrainNetwork with(StrainParameters other) {
        return new StrainNetwork(framework, physique, other);
    }

    /** The influence of every named muscle on every other and on the joints. */
    public Influence influence() {
        return Influence.of(this);
    }

    /**
     * The strain pattern of held contractions: linear with slack lines taken out, or, where one exceeds
     * {@link StrainParameter#LARGE_CONTRACTION}, with the geometry following.
     *
     * @throws java.util.NoSuchElementException if a muscle is unknown
     */
    public StrainPattern hold(List<HeldContraction> held) {
        return new Response(this, held).pattern();
    }

    /**
     * Standing with something firm under one sole or both, held upright by muscles ({@link Posture}): for loads that act on the
     * whole body, where springs from the ground would let the trunk lean like a stick.
     *
     * @throws NotPositiveDefiniteException if this body would fall otherwise than as a whole
     * @throws IllegalArgumentException if it lacks sacrum, seventh cervical or first thoracic vertebra or skull
     * @throws IllegalStateException if no tone holds it upright
     */
    public Stance stand(List<Lift> lifts) {
        return Response.stance(this, lifts);
    }

    /**
     * Which parts of the body carry the load from a held contraction to a place.
     *
     * @throws java.util.NoSuchElementException if the muscle or the place is unknown
     * @throws IllegalArgumentException if this body lacks the joint or segment
     */
    public Explanation explain(MuscleId muscle, FeltPlace place) {
        return new Explain(this).of(muscle.value(), place);
    }

    /**
     * How strongly two loads are coupled by the body, 0 to 1: {@code |b1 C b2| / sqrt((b1 C b1)(b2 C b2))} with the compliance
     * {@code C = K^-1}; the same both ways.
     *
     * @throws java.util.NoSuchElementException if a load names what the atlas lacks
     */
    public double coupling(List<Load> one, List<Load> other) {
        return new Coupling(this).between(one, other);
    }

    /**
     * How the second load's place answers, with its sign, to a unit of the first: a tension's place is positive where it shortens.
     *
     * @throws java.util.NoSuchElementException if a load names what the atlas lacks
     */
    public double answer(List<Load> one, List<Load> other) {
        return new Coupling(this).answer(one, other);
    }

    /** The stiffness {@code K} as plain numbers, for other solvers. */
    public StiffnessMatrix stiffnessMatrix() {
        return StiffnessMatrix.of(framework.structure, Assembly.whole(framework, stiffness, load));
    }

    /**
     * Displacements under any forces, {@code K u = f}.
     *
     * @param forces six numbers a segment in the order of the body's segments, N and N m
     * @return six numbers a segment, m and rad
     * @throws IllegalArgumentException if there are not as many numbers as degrees of freedom
     */
    public double[] displacement(double[] forces) {
        if (forces.length != degreesOfFreedom()) {
            throw new IllegalArgumentException(
                    "forces has " + forces.length + " numbers, the body " + degreesOfFreedom() + " degrees of freedom");
        }
        return factor.solve(forces);
    }

    /**
     * The same for many loads at once.
     *
     * @param forces a row for each degree of freedom, a column for each load; overwritten with the displacements
     * @throws IllegalArgumentException if there are not as many rows as degrees of freedom
     */
    public void displace(double[][] forces) {
        if (forces.length != degreesOfFreedom()) {
            throw new IllegalArgumentException(
                    "forces has " + forces.length + " rows, the body " + degreesOfFreedom() + " degrees of freedom");
        }
        factor.solve(forces);
    }

    /** The named muscles, in the order of the atlas; missing ones are kept and have no influence. */
    public List<MuscleId> muscles() {
        return framework.atlas.muscles().list().stream()
                .map(muscle -> new MuscleId(muscle.id()))
                .toList();
    }

    /** Degrees of freedom: six a segment. */
    public int degreesOfFreedom() {
        return 6 * framework.segments.size();
    }

    public StrainParameters parameters() {
        return parameters;
    }

    public Physique physique() {
        return physique;
    }

    Framework framework() {
        return framework;
    }

    Stiffness stiffness() {
        return stiffness;
    }

    /** Resting load of each bushing: force in N, moment in N m. */
    double[] load() {
        return load;
    }

    BlockCholesky factor() {
        return factor;
    }

    /**
     * What joints and ground carry at rest so that neutral standing is in balance: weight and resting tension, shared among
     * them as their stiffnesses say (statically indeterminate otherwise).
     */
    private double[] restingLoads() {
        double[] forces = new double[degreesOfFreedom()];
        for (int i = 0; i < framework.segments.size(); i++) {
            forces[6 * i + 1] = -stiffness.weight[i];
        }
        for (int i = 0; i < framework.pulls.size(); i++) {
            addPull(framework.pulls.get(i), -stiffness.tension[i], forces);
        }
        double[] u = BlockCholesky.factor(framework.skeleton, Assembly.skeleton(framework, stiffness))
                .solve(forces);
        double[] loads = new double[stiffness.bushing.length];
        double[] still = new double[6];
        for (int i = 0; i < framework.bushings.size(); i++) {
            double[] d = framework.bushings.get(i).deformation(u, still);
            for (int c = 0; c < 6; c++) {
                loads[6 * i + c] = stiffness.bushing[6 * i + c] * d[c];
            }
        }
        return loads;
    }

    /** Adds a multiple of a pull's gradient to the forces on the nodes. */
    static void addPull(Pull pull, double factor, double[] forces) {
        for (int n = 0; n < pull.nodes.length; n++) {
            for (int c = 0; c < 6; c++) {
                forces[6 * pull.nodes[n] + c] += factor * pull.gradient[6 * n + c];
            }
        }
    }
}
