package org.stillpoint.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the fuzzer starts from and what it once found: answered, or refused in words. */
class FuzzCorpusTest {
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "table", TableTarget::fuzzerTestOneInput,
            "workbook", WorkbookTarget::fuzzerTestOneInput,
            "gzip", GzipTarget::fuzzerTestOneInput,
            "life", LifeTarget::fuzzerTestOneInput,
            "tap", TapTarget::fuzzerTestOneInput,
            "form", FormTarget::fuzzerTestOneInput,
            "fhir", FhirTarget::fuzzerTestOneInput);

    @Test
    void corpus_replayed_failsNowhere() throws IOException, URISyntaxException {
        for (Map.Entry<String, Consumer<byte[]>> target : TARGETS.entrySet()) {
            List<Path> kept = kept(target.getKey());
            assertThat(kept).as(target.getKey()).isNotEmpty();
            for (Path file : kept) {
                byte[] bytes = Files.readAllBytes(file);
                assertThatCode(() -> target.getValue().accept(bytes))
                        .as(file.toString())
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<Path> kept(String target) throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(FuzzCorpusTest.class.getResource(target), target)
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
