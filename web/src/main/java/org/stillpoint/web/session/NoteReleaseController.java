package org.stillpoint.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.session.ReleaseProcessNote;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.NoteReleaseWords;
import org.stillpoint.words.Speaker;

/** The author of a process note lets it leave, on a page of its own that shows the words, or keeps it here again. */
@Controller
class NoteReleaseController {
    private final SessionReading reading;
    private final ReleaseProcessNote release;
    private final Speaker speaker;
    private final Clock clock;

    NoteReleaseController(SessionReading reading, ReleaseProcessNote release, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.release = release;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/sessions/{id}/process-notes/{note}")
    String show(Actor actor, @PathVariable String id, @PathVariable String note, Model model) {
        return page(actor, Id.of(id), note, Form.empty(), model);
    }

    @PostMapping("/sessions/{id}/process-notes/{note}/release")
    String release(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        if (!form.raw("sure").equals("yes")) {
            form.problems().add("sure", NoteReleaseWords.SURE_NEEDED);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(actor, Id.of(id), note, form, model);
        }
        return answered(id, release.by(actor, wanted(actor, id, note, form)));
    }

    @PostMapping("/sessions/{id}/process-notes/{note}/take-back")
    String takeBack(Actor actor, @PathVariable String id, @PathVariable String note, HttpServletRequest request) {
        return answered(id, release.takeBack(actor, wanted(actor, id, note, Form.of(request))));
    }

    private ReleaseProcessNote.Command wanted(Actor actor, String id, String note, Form form) {
        Id<Session> session = Id.of(id);
        return new ReleaseProcessNote.Command(form.id("key"), reading.clientOf(actor, session), session, Id.of(note));
    }

    /** However it stands, the page of the notes shows it. */
    private static String answered(String session, Answer<NoteRelease> answer) {
        if (answer instanceof Answer.No<NoteRelease> no) {
            throw new Refused(no.rule(), Id.of(session));
        }
        return "redirect:/sessions/" + session + "/process-notes";
    }

    private String page(Actor actor, Id<Session> session, String note, Form form, Model model) {
        SessionReading.WithNotes read = reading.withNotes(actor, session);
        ProcessNoteRow row = ProcessNoteRow.all(read, speaker).stream()
                .filter(each -> each.id().equals(note) && !each.address().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("note", Id.of(note)));
        model.addAttribute(
                "page",
                new NoteReleasePage(
                        ClientHead.of(read.seen().client(), LocalDate.now(clock)), session.toString(), row, form));
        return "noterelease";
    }
}
