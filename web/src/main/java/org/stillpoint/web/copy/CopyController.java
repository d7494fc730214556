package org.stillpoint.web.copy;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.PageLanguage;

/** A client's complete copy, to be saved and handed over. It leaves the record, so that it is asked for by a form. */
@Controller
class CopyController {
    private final CopyClient copyClient;
    private final CopyFile copyFile;
    private final PageLanguage language;

    CopyController(CopyClient copyClient, CopyFile copyFile, PageLanguage language) {
        this.language = language;
        this.copyClient = copyClient;
        this.copyFile = copyFile;
    }

    @PostMapping("/clients/{id}/copy")
    @ResponseBody
    ResponseEntity<byte[]> copy(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "form", defaultValue = "html") String form,
            @RequestParam(name = "notes", defaultValue = "no") String notes) {
        boolean withNotes = notes.equals("yes");
        language.speakTo(actor, Id.of(id));
        return copyFile.of(copyClient.by(actor, Id.of(id), withNotes), withNotes, form);
    }
}
