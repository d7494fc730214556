package org.stillpoint.web.copy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.stillpoint.exchange.copy.RecordTree;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.CopyClient.CopiedClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Places;
import tools.jackson.databind.json.JsonMapper;

/** A client's complete copy, to be saved and handed over. It leaves the record, so that it is asked for by a form. */
@Controller
class CopyController {
    private static final JsonMapper JSON = new JsonMapper();

    private final CopyClient copyClient;
    private final CopyPages pages;
    private final Clock clock;

    CopyController(CopyClient copyClient, Places places, Clock clock) {
        this.copyClient = copyClient;
        this.pages = new CopyPages(places);
        this.clock = clock;
    }

    @PostMapping("/clients/{id}/copy")
    @ResponseBody
    ResponseEntity<byte[]> copy(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "form", defaultValue = "html") String form,
            @RequestParam(name = "notes", defaultValue = "no") String notes) {
        boolean withNotes = notes.equals("yes");
        CopiedClient copied = copyClient.by(actor, Id.of(id), withNotes);
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
