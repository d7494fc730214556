package org.stillpoint.trace.susie;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Finds the folder of shared reference data beside the repository. */
public final class SharedData {
    private SharedData() {}

    /** The file below the shared folder, if it is there. */
    public static Optional<Path> find(String file) {
        @Nullable String set = System.getenv("STILLPOINT_SHARED");
        if (set != null) {
            return Optional.of(Path.of(set, file)).filter(Files::exists);
        }
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared").resolve(file);
            if (Files.exists(at.resolve("shared").resolve("data")) && Files.exists(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static List<double[]> numbers(Path gzip) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> List.of(line.split(",")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    static double[] byRow(List<double[]> rows) {
        int n = rows.size();
        int p = rows.getFirst().length;
        double[] values = new double[n * p];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                values[i * p + j] = rows.get(i)[j];
            }
        }
        return values;
    }
}
