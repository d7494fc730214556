package org.stillpoint.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the reference cases, each of which names its own source, and the shared real data where they are there. */
public final class Cases {

    private static final JsonMapper JSON = new JsonMapper();

    private Cases() {}

    /** One row of a CSV file by column name. */
    public record CaseRow(Map<String, String> cells) {

        public String get(String column) {
            return Objects.requireNonNull(cells.get(column), () -> column + " is not among " + cells.keySet());
        }
    }

    /** A JSON case by its path, such as {@code meta/m01_bcg_logRR.json}. */
    public static JsonNode json(String path) {
        try (InputStream in = open(path)) {
            return JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A CSV case as rows by column name. */
    public static List<CaseRow> csv(String path) {
        try (InputStream in = open(path)) {
            return rows(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Real data beside the repository; the calling test is skipped, saying why, where they are missing. */
    public static List<CaseRow> shared(String path) {
        Path file = sharedFolder().resolve("data").resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "skipped: " + path + " is not beside this repository");
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return rows(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sharedFolder() {
        String told = System.getenv("STILLPOINT_SHARED");
        if (told != null) {
            return Path.of(told);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("data"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(Cases.class.getResourceAsStream("cases/" + path), path);
    }

    private static List<CaseRow> rows(BufferedReader in) throws IOException {
        List<String> header = fields(in.readLine().replace("\uFEFF", ""));
        List<CaseRow> rows = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> fields = fields(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(new CaseRow(row));
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** The numbers of one JSON array. */
    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    /** Asserts agreement to a relative error of at most {@code relative}, or absolutely below {@code absolute}. */
    public static void assertClose(String what, double actual, double expected, double relative, double absolute) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s, expected %s", what, actual, expected)
                .isLessThanOrEqualTo(Math.max(relative * Math.abs(expected), absolute));
    }

    /** Relative error at most 1e-6, the rule for values that another package computed. */
    public static void assertClose(String what, double actual, double expected) {
        assertClose(what, actual, expected, 1e-6, 1e-12);
    }
}
