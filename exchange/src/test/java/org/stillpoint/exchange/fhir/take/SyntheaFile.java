package org.stillpoint.exchange.fhir.take;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What Synthea 3.3.0 wrote of somebody who does not exist, unchanged ({@code App -p 2 -s 7}, the smaller of its two files, 2026-11-30): a transaction
 * of 2.1 MB with references by urn:uuid and by search, extensions of US Core, claims with what stands contained in them. Why Synthea itself is in
 * no build stands in decision 97.
 */
public final class SyntheaFile {
    private static final String NAME = "synthea-3.3.0.json.gz";

    private SyntheaFile() {}

    public static byte[] bytes() {
        try (InputStream packed = Objects.requireNonNull(SyntheaFile.class.getResourceAsStream(NAME))) {
            return new GZIPInputStream(packed).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same as it would have been before its last resources. */
    static byte[] earlier(int without) {
        try {
            ObjectNode bundle = (ObjectNode) new ObjectMapper().readTree(bytes());
            ArrayNode entries = (ArrayNode) bundle.get("entry");
            for (int i = 0; i < without; i++) {
                entries.remove(entries.size() - 1);
            }
            return bundle.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
