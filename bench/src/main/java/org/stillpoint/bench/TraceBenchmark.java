package org.stillpoint.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.Trace;
import org.stillpoint.trace.TraceModel;

/** One trace of one pain map on one core: 330 muscles, 74 regions, ten single effects; maps of one to three contractions, rounded. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TraceBenchmark {

    private static final int MAPS = 1000;
    private static final long SEED = 20261122;

    private final Atlas atlas = Atlas.standard();
    private final TraceModel model = StandardBody.of(atlas).trace();
    private final List<Observation> maps = maps(new Random(SEED));
    private final List<Observation> marks =
            maps.stream().map(map -> Observation.marks(marked(map.pain()))).toList();
    private int next;

    private List<Observation> maps(Random random) {
        return Stream.generate(() -> Observation.of(map(random))).limit(MAPS).toList();
    }

    private double[] map(Random random) {
        double[] pain = new double[atlas.regions().size()];
        for (int held = 1 + random.nextInt(3); held > 0; held--) {
            double[] pattern = model.pattern(random.nextInt(atlas.muscles().size()));
            double strength = 3 + 5 * random.nextDouble();
            for (int r = 0; r < pain.length; r++) {
                pain[r] += strength * pattern[r];
            }
        }
        for (int r = 0; r < pain.length; r++) {
            pain[r] = Math.clamp(Math.round(pain[r]), 0, 10);
        }
        return pain;
    }

    @Benchmark
    public Trace trace() {
        next = (next + 1) % MAPS;
        return model.trace(maps.get(next), List.of());
    }

    /** The same maps, of which only is known where there is pain. */
    @Benchmark
    public Trace traceOfMarks() {
        next = (next + 1) % MAPS;
        return model.trace(marks.get(next), List.of());
    }

    private static double[] marked(double[] pain) {
        return Arrays.stream(pain).map(points -> Math.min(1, points)).toArray();
    }
}
