package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.trace.susie.SharedData;

/** The table that ships is the Rasch model of the maps it names, fitted again here by marginal maximum likelihood. */
class ReadinessTest {
    private static final int NODES = 41;
    private static final double STEP = 0.2;
    private static final int ROUNDS = 40;

    private final Atlas atlas = Atlas.standard();

    @Test
    void standard_regionsMarkedMoreOften_areMarkedMoreReadily() {
        Readiness readiness = Readiness.standard(atlas);
        int lowBack = atlas.regions().indexOf("X218");
        int face = atlas.regions().indexOf("X103");
        assertThat(readiness.of(2)[lowBack]).isGreaterThan(readiness.of(2)[face]);
        assertThat(readiness.of(readiness.people() - 1)[lowBack])
                .isEqualTo(readiness.of(readiness.people() - 1)[face]);
    }

    @Test
    void standard_theSharedMaps_giveItAgain() throws IOException {
        Optional<Path> file = SharedData.find("data/pain_maps/pain_maps.csv.gz");
        Assumptions.assumeTrue(file.isPresent(), "the shared pain maps do not lie beside this repository");
        double[][] maps = read(file.orElseThrow());
        double[] ease = fit(maps);
        Readiness shipped = Readiness.standard(atlas);
        // Log odds of a person among the others: differences of ease, since the middle is the table's own.
        double[] odds =
                Arrays.stream(shipped.of(2)).map(p -> Math.log(p / (1 - p))).toArray();
        for (int r = 0; r < ease.length; r++) {
            assertThat(odds[r] - odds[0]).isCloseTo(ease[r] - ease[0], within(0.03));
        }
    }

    private double[][] read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> atlas.regions().list().stream()
                            .map(region -> row.getField(region.id()))
                            .mapToDouble(text -> text.isEmpty() || text.equals("NA") ? 0 : Double.parseDouble(text))
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    /** Expectation maximisation over a normal person on a grid; ease by Newton's step, the person's deviation by moments. */
    private static double[] fit(double[][] maps) {
        int regions = maps[0].length;
        double[] ease = new double[regions];
        Arrays.fill(ease, -2);
        double deviation = 1.5;
        for (int round = 0; round < ROUNDS; round++) {
            double[] people = new double[NODES];
            double[][] marked = new double[NODES][regions];
            double squares = 0;
            double[][] logit = new double[NODES][regions];
            double[] none = new double[NODES];
            for (int k = 0; k < NODES; k++) {
                double z = (k - NODES / 2) * STEP;
                none[k] = -z * z / 2;
                for (int r = 0; r < regions; r++) {
                    logit[k][r] = ease[r] + deviation * z;
                    none[k] -= Math.log1p(Math.exp(logit[k][r]));
                }
            }
            for (double[] map : maps) {
                double[] log = none.clone();
                for (int r = 0; r < regions; r++) {
                    for (int k = 0; map[r] > 0 && k < NODES; k++) {
                        log[k] += logit[k][r];
                    }
                }
                double top = Arrays.stream(log).max().orElseThrow();
                double[] weight = Arrays.stream(log).map(l -> Math.exp(l - top)).toArray();
                double sum = Arrays.stream(weight).sum();
                for (int k = 0; k < NODES; k++) {
                    double share = weight[k] / sum;
                    people[k] += share;
                    squares += share * (k - NODES / 2) * STEP * (k - NODES / 2) * STEP;
                    for (int r = 0; share > 1e-9 && r < regions; r++) {
                        marked[k][r] += map[r] * share;
                    }
                }
            }
            for (int r = 0; r < regions; r++) {
                double slope = 0;
                double curve = 0;
                for (int k = 0; k < NODES; k++) {
                    double p = 1 / (1 + Math.exp(-logit[k][r]));
                    slope += marked[k][r] - people[k] * p;
                    curve += people[k] * p * (1 - p);
                }
                ease[r] += slope / curve;
            }
            deviation *= Math.sqrt(squares / maps.length);
        }
        return ease;
    }
}
