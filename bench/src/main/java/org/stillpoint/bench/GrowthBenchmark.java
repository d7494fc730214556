package org.stillpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/**
 * How cost grows with the body: every segment cut into pieces, 576 degrees of freedom times their number; 0 pieces is the coarser
 * body of 306. One core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class GrowthBenchmark {

    @Param({"0", "1", "2", "4", "8", "16", "35"})
    public int pieces;

    @SuppressWarnings("NullAway.Init") // set before every run
    private Atlas atlas;

    @SuppressWarnings("NullAway.Init") // set before every run
    private StrainNetwork network;

    private double[] pull = {};

    @Setup
    public void setUp() {
        atlas = pieces == 0 ? RefinedAtlas.coarser() : RefinedAtlas.of(pieces);
        network = StrainNetwork.of(atlas, StrainParameters.standard());
        pull = new double[network.degreesOfFreedom()];
        pull[0] = 100;
    }

    /** Geometry, ordering, assembly, factorisation. */
    @Benchmark
    public StrainNetwork fromNothing() {
        return StrainNetwork.of(atlas, StrainParameters.standard());
    }

    /** Assembly and factorisation alone. */
    @Benchmark
    public StrainNetwork changedParameter() {
        return network.with(StrainParameters.standard());
    }

    /** One load to the displacement of the whole body. */
    @Benchmark
    public double[] oneLoad() {
        return network.displacement(pull);
    }
}
