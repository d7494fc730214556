package org.stillpoint.web.copy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
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

    private final CopyPages pages;
    private final Clock clock;

    CopyFile(Places places, Clock clock) {
        this.pages = new CopyPages(places);
        this.clock = clock;
    }

    /**
     * @param withNotes whether the process notes are in it
     * @param form {@code json}, or else a page to be read
     */
    public ResponseEntity<byte[]> of(CopiedClient copied, boolean withNotes, String form) {
        return form.equals("json")
                ? file(MediaType.APPLICATION_JSON, ".json", JSON.writeValueAsString(RecordTree.of(copied)))
                : file(MediaType.TEXT_HTML, ".html", pages.html(copied, withNotes));
    }

    /** The name of the file says nothing of whom. */
    private ResponseEntity<byte[]> file(MediaType type, String end, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("everything-kept-" + LocalDate.now(clock) + end)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
