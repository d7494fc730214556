package org.stillpoint.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A gzipped table, of which the last byte says where it is damaged; and the bytes themselves as one. */
public final class GzipTarget {
    private GzipTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ReadTable.read("t.csv.gz", bytes);
        byte[] zipped = zipped(bytes);
        ReadTable.read("t.csv.gz", zipped);
        if (bytes.length > 0) {
            zipped[Math.floorMod(bytes[bytes.length - 1] * 31, zipped.length)] ^= 1;
            ReadTable.read("t.csv.gz", zipped);
        }
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
