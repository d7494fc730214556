package org.stillpoint.web.view;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as an answer: a PDF that is saved under its name, and kept nowhere on its way. */
public final class SentPaper {
    private SentPaper() {}

    /** @param file its name, which says nobody's */
    public static ResponseEntity<byte[]> of(String file, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(pdf);
    }
}
