package org.stillpoint.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
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

/** susieR's own data, 574 x 1001, standardised and fitted as {@code stillpoint bench susie} does it. R takes about 600 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SusieBenchmark {
    private double[] x = new double[0];
    private double[] y = new double[0];

    /** Reads the data; where the shared folder is missing the benchmark is passed over, with the reason. */
    @Setup
    public void read() throws IOException {
        String set = System.getenv("STILLPOINT_SHARED");
        Path folder = (set == null ? Path.of("..", "shared") : Path.of(set)).resolve("cases/susie");
        if (!Files.exists(folder)) {
            throw new IllegalStateException("skipped: " + folder + " is not there");
        }
        x = numbers(folder.resolve("n3_X.csv.gz"));
        y = numbers(folder.resolve("n3_y.csv.gz"));
    }

    private static double[] numbers(Path gzip) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            return rows.stream()
                    .flatMap(row -> row.getFields().stream())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    @Benchmark
    public SusieFit fit() {
        return Susie.standard().fit(DesignMatrix.standardised(x, y.length, x.length / y.length), y);
    }
}
