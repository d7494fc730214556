package org.stillpoint.web.note;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.note.ChangeOwnNote;
import org.stillpoint.practice.note.OwnNoteReading;
import org.stillpoint.practice.note.WriteOwnNote;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.OwnNoteWords;
import org.stillpoint.words.Speaker;

/** A therapist's own notes of a session: read, written, changed and given to the client, by their author alone. */
@Controller
class OwnNoteController {
    private final SessionReading sessions;
    private final OwnNoteReading reading;
    private final WriteOwnNote write;
    private final ChangeOwnNote change;
    private final Speaker speaker;
    private final Clock clock;

    OwnNoteController(
            SessionReading sessions,
            OwnNoteReading reading,
            WriteOwnNote write,
            ChangeOwnNote change,
            Speaker speaker,
            Clock clock) {
        this.sessions = sessions;
        this.reading = reading;
        this.write = write;
        this.change = change;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/sessions/{id}/own-notes")
    String show(Actor actor, @PathVariable String id, Model model) {
        return page(actor, Id.of(id), "", Optional.empty(), model);
    }

    @PostMapping("/sessions/{id}/own-notes")
    String write(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Session> session = Id.of(id);
        PrivateText text = form.text("text");
        Optional<Message> problem = problem(form, text);
        if (problem.isPresent()) {
            return again(actor, session, form, problem.get(), HttpServletResponse.SC_BAD_REQUEST, response, model);
        }
        var wanted = new WriteOwnNote.Command(form.id("id"), sessions.clientOf(actor, session), session, text);
        return answered(actor, session, form, write.by(actor, wanted), response, model);
    }

    @PostMapping("/sessions/{id}/own-notes/{note}")
    String change(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Session> session = Id.of(id);
        PrivateText text = form.text("text");
        Optional<Message> problem = problem(form, text);
        if (problem.isPresent()) {
            return again(actor, session, form, problem.get(), HttpServletResponse.SC_BAD_REQUEST, response, model);
        }
        var wanted = new ChangeOwnNote.Command(
                form.key(),
                sessions.clientOf(actor, session),
                Id.of(note),
                form.version(),
                text,
                form.raw("released").equals("yes"));
        return answered(actor, session, form, change.by(actor, wanted), response, model);
    }

    private static Optional<Message> problem(Form form, PrivateText text) {
        return !form.good()
                ? Optional.of(form.problems().of("text"))
                : text.isEmpty() ? Optional.of(OwnNoteWords.TEXT_NEEDED) : Optional.empty();
    }

    private String answered(
            Actor actor,
            Id<Session> session,
            Form form,
            Answer<Id<OwnNote>> answer,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case Answer.Done<Id<OwnNote>> done -> "redirect:/sessions/" + session + "/own-notes";
            case Answer.Again<Id<OwnNote>> again -> "redirect:/sessions/" + session + "/own-notes";
            case Answer.Changed<Id<OwnNote>> changed -> stale(actor, session, form, response, model);
            case Answer.Other<Id<OwnNote>> other -> stale(actor, session, form, response, model);
            case Answer.No<Id<OwnNote>> no -> throw new Refused(no.rule(), session);
        };
    }

    private String stale(Actor actor, Id<Session> session, Form form, HttpServletResponse response, Model model) {
        int conflict = HttpServletResponse.SC_CONFLICT;
        return again(actor, session, form, OwnNoteWords.CHANGED_MEANWHILE, conflict, response, model);
    }

    private String again(
            Actor actor,
            Id<Session> session,
            Form form,
            Message said,
            int status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        return page(actor, session, form.raw("text"), Optional.of(said), model);
    }

    private String page(Actor actor, Id<Session> session, String typed, Optional<Message> said, Model model) {
        OwnNoteReading.OwnNotesView view = reading.by(actor, sessions.clientOf(actor, session), session);
        model.addAttribute(
                "page",
                new OwnNotesPage(
                        ClientHead.of(view.client(), LocalDate.now(clock)),
                        session.toString(),
                        view.notes().stream().map(this::row).toList(),
                        typed,
                        said));
        return "ownnotes";
    }

    private OwnNotesPage.NoteRow row(OwnNote note) {
        return new OwnNotesPage.NoteRow(
                note.id().toString(),
                note.version().number(),
                note.text().value(),
                written(note.writtenAt()),
                note.released(),
                note.earlier().stream()
                        .map(each -> new OwnNotesPage.EarlierRow(each.text().value(), written(each.writtenAt())))
                        .toList());
    }

    private Message written(Instant at) {
        return new OwnNoteWords.WrittenAt(new CommonWords.DayAndTime(at, speaker.time(at)));
    }
}
