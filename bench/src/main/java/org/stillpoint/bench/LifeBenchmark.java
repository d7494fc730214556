package org.stillpoint.bench;

import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.memory.TraumaKind;
import org.stillpoint.practice.body.StandardBody;

/** Sixty years with ten events on one core: the whole body of 330 muscles and the pain of 74 regions at the end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LifeBenchmark {

    private static final int LIVES = 500;
    private static final int EVENTS = 10;
    private static final double YEARS = 60;
    private static final long SEED = 20261122;

    /** How many of the ten are trauma events, each touching about 25 muscles; of the rest half are changes of arousal, half releases. */
    @Param({"10", "5"})
    int strikes;

    private final Atlas atlas = Atlas.standard();
    private final StandardBody body = StandardBody.of(atlas);
    private final TissueMemory memory = body.memory();
    private final Bracing bracing = body.bracing();
    private List<List<LifeEvent>> lives = List.of();
    private int next;

    /** Draws the lives. */
    @Setup
    public void draw() {
        Random random = new Random(SEED);
        lives = Stream.generate(() -> life(random)).limit(LIVES).toList();
    }

    private List<LifeEvent> life(Random random) {
        List<LifeEvent> events = new ArrayList<>();
        for (int k = 0; k < EVENTS; k++) {
            double age = YEARS * random.nextDouble();
            if (k < strikes) {
                events.add(strike(age, random));
            } else if (k % 2 == 0) {
                events.add(new LifeEvent.Arousal(age, random.nextDouble()));
            } else {
                int muscle = random.nextInt(atlas.muscles().size());
                events.add(new LifeEvent.MuscleRelease(age, muscle, random.nextDouble()));
            }
        }
        return events;
    }

    private LifeEvent strike(double age, Random random) {
        TraumaKind kind = TraumaKind.values()[random.nextInt(TraumaKind.values().length)];
        List<String> mechanisms = bracing.mechanisms(kind);
        String mechanism = mechanisms.get(random.nextInt(mechanisms.size()));
        double severity = 2 + 8 * random.nextDouble();
        double intensity = 2 + 8 * random.nextDouble();
        double[] doses = bracing.doses(new ToldEvent("told", kind, mechanism, List.of(), severity, intensity));
        return new LifeEvent.Strike(age, doses, severity / 10, intensity / 10);
    }

    @Benchmark
    public BodyState life() {
        next = (next + 1) % LIVES;
        return memory.at(LifeParameters.standard(), lives.get(next), YEARS);
    }
}
