package org.stillpoint.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * susieR's own example, of the shared folder.
 *
 * @param x 574 x 1001, by row
 * @param y 574
 */
record SusieExample(double[] x, double[] y) {

    /** Empty where the shared folder is missing. */
    static Optional<SusieExample> read() throws IOException {
        String set = System.getenv("STILLPOINT_SHARED");
        Path folder = (set == null ? Path.of("..", "shared") : Path.of(set)).resolve("cases/susie");
        return Files.exists(folder)
                ? Optional.of(new SusieExample(
                        numbers(folder.resolve("n3_X.csv.gz")), numbers(folder.resolve("n3_y.csv.gz"))))
                : Optional.empty();
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
}
