package org.stillpoint.app.browser;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A client's copy as one file, taken apart again. */
final class CopiedZip {
    private CopiedZip() {}

    /** By their names, in their order. */
    static Map<String, byte[]> parts(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return parts;
    }

    /** What is read in each. */
    static Map<String, String> text(Map<String, byte[]> parts) {
        Map<String, String> text = new LinkedHashMap<>();
        parts.keySet().forEach(name -> text.put(name, text(name, requireNonNull(parts.get(name)))));
        return text;
    }

    private static String text(String name, byte[] bytes) {
        if (!name.endsWith(".pdf")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
