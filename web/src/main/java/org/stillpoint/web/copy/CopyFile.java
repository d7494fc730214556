package org.stillpoint.web.copy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stillpoint.exchange.copy.RecordTree;
import org.stillpoint.practice.client.CopyClient.CopiedClient;
import org.stillpoint.web.view.Places;
import tools.jackson.databind.json.JsonMapper;

/** A client's complete copy as a file to be saved. */
@Component
public final class CopyFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final MediaType ZIP = new MediaType("application", "zip");
    private static final String NAME = "everything-kept";

    private final CopyPages pages;
    private final Clock clock;

    CopyFile(Places places, Clock clock) {
        this.pages = new CopyPages(places);
        this.clock = clock;
    }

    /**
     * @param withNotes whether the process notes are in it
     * @param form {@code json}, {@code zip} for everything in one file, or else a page to be read
     */
    public ResponseEntity<byte[]> of(CopiedClient copied, boolean withNotes, String form) {
        return switch (form) {
            case "json" -> file(text(MediaType.APPLICATION_JSON), ".json", json(copied));
            case "zip" -> file(ZIP, ".zip", zip(copied, withNotes));
            default -> file(text(MediaType.TEXT_HTML), ".html", html(copied, withNotes));
        };
    }

    private static MediaType text(MediaType type) {
        return new MediaType(type, StandardCharsets.UTF_8);
    }

    private static byte[] json(CopiedClient copied) {
        return JSON.writeValueAsBytes(RecordTree.of(copied));
    }

    private byte[] html(CopiedClient copied, boolean withNotes) {
        return pages.html(copied, withNotes).getBytes(StandardCharsets.UTF_8);
    }

    /** A page to be read, the same on paper, and the data. */
    private byte[] zip(CopiedClient copied, boolean withNotes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(".html", html(copied, withNotes));
        parts.put(".pdf", pages.pdf(copied, withNotes));
        parts.put(".json", json(copied));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(NAME + part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException nowhereToFail) {
            throw new UncheckedIOException(nowhereToFail);
        }
        return bytes.toByteArray();
    }

    /** The name of the file says nothing of whom. */
    private ResponseEntity<byte[]> file(MediaType type, String end, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(NAME + "-" + LocalDate.now(clock) + end)
                                .build()
                                .toString())
                .body(bytes);
    }
}
