package org.stillpoint.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.trace.susie.DesignMatrix;
import org.stillpoint.trace.susie.Susie;
import org.stillpoint.trace.susie.SusieFit;

/** susieR's own data, 574 x 1001, standardised and fitted as {@code stillpoint bench susie} does it. Beside R: {@code bench/peers}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SusieBenchmark {
    private double[] x = new double[0];
    private double[] y = new double[0];

    /** Where the shared folder is missing the benchmark is passed over, with the reason. */
    @Setup
    public void read() throws IOException {
        SusieExample example =
                SusieExample.read().orElseThrow(() -> new IllegalStateException("skipped: susieR's data is not there"));
        x = example.x();
        y = example.y();
    }

    @Benchmark
    public SusieFit fit() {
        return Susie.standard().fit(DesignMatrix.standardised(x, y.length, x.length / y.length), y);
    }
}
