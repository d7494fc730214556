package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.exchange.BadInput;

/** Whatever a file holds, a heap of 256 MB is enough to read it or to refuse it in words: each in a Java of its own. */
class BoundedFhirTest {
    private static final String CONDITION =
            "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c%07d\",\"code\":{\"text\":\"Fracture of the wrist, left\"},"
                    + "\"subject\":{\"reference\":\"Patient/p\"},\"onsetDateTime\":\"2014-03-17\"}}";

    @TempDir
    Path folder;

    /** What the other Java runs. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            try {
                TakenFhir taken = TakeFhir.of(FhirFile.read(Path.of(arguments[0])));
                System.out.println("read " + taken.events().size());
            } catch (BadInput refused) {
                System.out.println("refused: " + refused.getMessage());
            }
        }
    }

    private String read(Path file) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private Path bundle(long bytes) throws IOException {
        Path file = folder.resolve("bundle.json");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            String start = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[";
            out.write(start);
            long written = start.length() + 2;
            int length = CONDITION.formatted(0).length() + 1;
            for (int i = 0; written + length < bytes; i++) {
                out.write(i == 0 ? "" : ",");
                out.write(CONDITION.formatted(i));
                written += length;
            }
            out.write("]}");
        }
        return file;
    }

    @Test
    void bundle_asLargeAsIsRead_isRead() throws IOException, InterruptedException {
        assertThat(read(bundle(FhirFile.MOST_BYTES))).contains("read 4");
    }

    @Test
    void bundle_asLargeAsIsRead_withAsManyBlanksAsAreLookedAt_isRead() throws IOException, InterruptedException {
        String dense = Files.readString(bundle(FhirFile.MOST_BYTES));
        int blanks = FhirFile.MOST_INDENTED_BYTES - dense.length();
        Path file = folder.resolve("indented.json");
        Files.writeString(file, "{" + " ".repeat(blanks) + dense.substring(1));

        assertThat(read(file)).contains("read 4");
    }

    @Test
    void bundle_of200Megabytes_isRefused() throws IOException, InterruptedException {
        assertThat(read(bundle(200L << 20))).contains("refused: ").contains("larger than 8 megabytes");
    }

    @Test
    void parts_asManyAsBytes_areRefused() throws IOException, InterruptedException {
        Path file = folder.resolve("parts.json");
        Files.writeString(file, "{\"resourceType\":\"Bundle\",\"entry\":[{}" + ",{}".repeat(2_700_000) + "]}");

        assertThat(read(file)).contains("refused: ").contains("more parts");
    }

    @Test
    void parts_asManyAsAreRead_areRead() throws IOException, InterruptedException {
        Path file = folder.resolve("most.json");
        Files.writeString(file, "{\"resourceType\":\"Bundle\",\"entry\":[{}" + ",{}".repeat(249_000) + "]}");

        assertThat(read(file)).contains("read 0");
    }

    @Test
    void nesting_10000Deep_isRefused() throws IOException, InterruptedException {
        Path file = folder.resolve("deep.json");
        Files.writeString(file, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));

        assertThat(read(file)).contains("refused: ").contains("nested deeper");
    }
}
