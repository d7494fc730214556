package org.stillpoint.trace;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.stillpoint.anatomy.Atlas;

/**
 * How ready a person is to mark each region for reasons that no source in the body accounts for: {@code logistic(person + ease of the
 * region)}, a Rasch model (1960). The ease of regions ships as {@code readiness.csv}, fitted to the 15,209 maps of Alter et al. 2021 (PLOS ONE
 * 16(8):e0254862, CC BY 4.0) by marginal maximum likelihood; {@code ReadinessTest} fits it again. The person is not known and stands at a few
 * points, half of them for people who mark all regions alike, as slips and noise do. Immutable.
 */
final class Readiness {
    /** Where a person stands, log odds in the mean region: those who mark as the maps' people do, then those who mark all alike. */
    private static final double[] PERSON = {-4, -2, -0.5, 1, 3, -2, -0.5, 1, 2.5, 6};

    private static final int LIKE_OTHERS = 5;

    /** Anybody may slip. */
    private static final double LEAST = 1e-4;

    private final double[][] chance;

    private Readiness(double[] ease) {
        double middle = Arrays.stream(ease).average().orElse(0);
        chance = new double[PERSON.length][ease.length];
        for (int p = 0; p < PERSON.length; p++) {
            for (int r = 0; r < ease.length; r++) {
                double odds = PERSON[p] + middle + (p < LIKE_OTHERS ? ease[r] - middle : 0);
                chance[p][r] = Math.max(LEAST, 1 / (1 + Math.exp(-odds)));
            }
        }
    }

    /** From the table that ships. */
    static Readiness standard(Atlas atlas) {
        double[] ease = new double[atlas.regions().size()];
        Arrays.fill(ease, Double.NaN);
        try (InputStream stream = Readiness.class.getResourceAsStream("readiness.csv")) {
            if (stream == null) {
                throw new IllegalStateException("the table readiness.csv is missing from the program");
            }
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                rows.forEach(row -> ease[atlas.regions().indexOf(row.getField("region"))] =
                        Double.parseDouble(row.getField("ease")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table readiness.csv cannot be read", e);
        }
        if (Arrays.stream(ease).anyMatch(Double::isNaN)) {
            throw new IllegalStateException("the table readiness.csv lacks a region of the atlas");
        }
        return new Readiness(ease);
    }

    /** How many kinds of person are looked at; each is as likely before the map is seen. */
    int people() {
        return chance.length;
    }

    /** Chance that such a person marks each region; not to be changed. */
    double[] of(int person) {
        return chance[person];
    }

    /** The least over all people. */
    double least(int region) {
        double least = 1;
        for (double[] each : chance) {
            least = Math.min(least, each[region]);
        }
        return least;
    }
}
