package org.stillpoint.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.strain.HeldContraction;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameter;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.strain.StrainPattern;

/** The strain engine on the whole body: 576 degrees of freedom, 330 muscles. One core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StrainBenchmark {

    private final Atlas atlas = Atlas.standard();
    private final StrainParameters standard = StrainParameters.standard();
    private final StrainParameters stiffer = standard.with(StrainParameter.JOINT_STIFFNESS_FACTOR, 1.5);
    private final StrainNetwork network = StrainNetwork.of(atlas, standard);
    private final double[] pull = pull();
    private final List<HeldContraction> one = List.of(new HeldContraction(new MuscleId("psoas_major_right"), 0.03));
    private final List<HeldContraction> ten = network.muscles().stream()
            .filter(id -> id.value().endsWith("_right"))
            .skip(20)
            .limit(10)
            .map(id -> new HeldContraction(id, 0.05))
            .toList();

    private double[] pull() {
        double[] forces = new double[network.degreesOfFreedom()];
        forces[6 * atlas.bodies().indexOf("femur_right")] = 100;
        forces[6 * atlas.bodies().indexOf("lumbar_vertebra_3")] = -100;
        return forces;
    }

    /** Target 25 ms: geometry, ordering, assembly, factorisation and the influence of all muscles. */
    @Benchmark
    public Influence influenceFromNothing() {
        return StrainNetwork.of(atlas, standard).influence();
    }

    /** Target 8 ms: the same body with another joint stiffness, ready to answer. */
    @Benchmark
    public double[] changedParameterToOneAnswer() {
        return network.with(stiffer).displacement(pull);
    }

    /** The same with the influence of all muscles anew. */
    @Benchmark
    public Influence changedParameterToInfluence() {
        return network.with(stiffer).influence();
    }

    /** Target 50 us: one load to the displacement of the whole body. */
    @Benchmark
    public double[] oneContractionToTheBody() {
        return network.displacement(pull);
    }

    /** The same with slack lines looked for and the answer put in words of the atlas. */
    @Benchmark
    public StrainPattern oneContractionToAPattern() {
        return network.hold(one);
    }

    /** Target 3 ms: ten held contractions with slack lines taken out. */
    @Benchmark
    public StrainPattern tenHeldContractions() {
        return network.hold(ten);
    }
}
