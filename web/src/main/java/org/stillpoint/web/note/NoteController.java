package org.stillpoint.web.note;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.note.NoteReading;
import org.stillpoint.practice.note.NoteReading.NoteView;
import org.stillpoint.practice.note.SignSessionNote;
import org.stillpoint.practice.note.WriteSessionNote;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.note.NoteAnswers.AskedNote;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.Speaker;

/** The note of a session: saved as it is typed, signed by whoever shows again who they are, and printed. */
@Controller
class NoteController {
    private final NoteReading reading;
    private final WriteSessionNote write;
    private final SignSessionNote sign;
    private final NoteTold told;
    private final NoteAnswers answers;
    private final NotePaper paper;
    private final Speaker speaker;
    private final Clock clock;

    NoteController(
            NoteReading reading,
            WriteSessionNote write,
            SignSessionNote sign,
            NoteTold told,
            NoteAnswers answers,
            NotePaper paper,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.write = write;
        this.sign = sign;
        this.told = told;
        this.answers = answers;
        this.paper = paper;
        this.speaker = speaker;
        this.clock = clock;
    }

    /** What a page is told that saved what was typed. */
    record DraftKept(int version) {}

    @GetMapping("/notes")
    String list(Actor actor, Model model) {
        List<NoteReading.NoteToSign> waiting = reading.toSign(actor);
        model.addAttribute(
                "page",
                new NotesToSignPage(
                        waiting.stream()
                                .map(each -> NotesToSignPage.ToSignRow.of(each, speaker))
                                .toList(),
                        waiting.size() == NoteReading.MOST));
        return "notes";
    }

    @GetMapping("/clients/{id}/notes/{note}")
    String show(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NoteTurn turn = new NoteTurn(actor, Form.empty(), request, response, model);
        return answers.page(answers.asked(actor, Id.of(id), Id.of(note)), List.of(), Optional.empty(), turn);
    }

    @GetMapping("/clients/{id}/notes/{note}/note.pdf")
    ResponseEntity<byte[]> printed(Actor actor, @PathVariable String id, @PathVariable String note) {
        NoteView view = reading.by(actor, Id.of(id), Id.of(note));
        return SentPaper.of("note-" + LocalDate.now(clock) + ".pdf", paper.of(view));
    }

    /** As it is typed. */
    @PostMapping("/clients/{id}/notes/{note}/draft")
    @ResponseBody
    ResponseEntity<DraftKept> saveAsTyped(
            Actor actor, @PathVariable String id, @PathVariable String note, HttpServletRequest request) {
        Form form = Form.of(request);
        AskedNote asked = answers.asked(actor, Id.of(id), Id.of(note), form);
        NoteDraft typed = TypedNote.of(form, asked.drafted(), asked.note().draft());
        if (!form.good()) {
            return ResponseEntity.badRequest().build();
        }
        return switch (write(actor, asked, form, typed)) {
            case Answer.Done<SessionNote>(SessionNote kept) -> ResponseEntity.ok(kept(kept));
            case Answer.Again<SessionNote>(SessionNote kept) -> ResponseEntity.ok(kept(kept));
            case Answer.Changed<SessionNote>(SessionNote kept) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(kept(kept));
            case Answer.Other<SessionNote>(SessionNote kept) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(kept(kept));
            case Answer.No<SessionNote> no ->
                throw new Refused(no.rule(), asked.note().id());
        };
    }

    private static DraftKept kept(SessionNote note) {
        return new DraftKept(note.version().number());
    }

    /** Without scripts. */
    @PostMapping("/clients/{id}/notes/{note}")
    String save(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NoteTurn turn = new NoteTurn(actor, Form.of(request), request, response, model);
        Form form = turn.form();
        AskedNote asked = answers.asked(actor, Id.of(id), Id.of(note), form);
        NoteDraft typed = TypedNote.of(form, asked.drafted(), asked.note().draft());
        if (!form.good()) {
            return answers.refused(asked, typed, turn);
        }
        return switch (write(actor, asked, form, typed)) {
            case Answer.Done<SessionNote>(SessionNote kept) -> "redirect:" + NotePages.address(kept);
            case Answer.Again<SessionNote>(SessionNote kept) -> "redirect:" + NotePages.address(kept);
            case Answer.Changed<SessionNote> changed -> stale(asked, typed, turn);
            case Answer.Other<SessionNote> other -> stale(asked, typed, turn);
            case Answer.No<SessionNote> no ->
                throw new Refused(no.rule(), asked.note().id());
        };
    }

    /** What was typed is kept first, so that it is there whatever comes of the signing. */
    @PostMapping("/clients/{id}/notes/{note}/sign")
    String sign(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NoteTurn turn = new NoteTurn(actor, Form.of(request), request, response, model);
        Form form = turn.form();
        AskedNote asked = answers.asked(actor, Id.of(id), Id.of(note), form);
        if (!asked.note().isToSign()) {
            return signedBefore(actor, asked.note())
                    ? "redirect:" + NotePages.address(asked.note())
                    : answers.refused(asked, NoteDraft.NONE, turn);
        }
        NoteDraft typed = TypedNote.of(form, asked.drafted(), asked.note().draft());
        if (!form.good()) {
            return answers.refused(asked, typed, turn);
        }
        Answer<SessionNote> written = write(actor, asked, form, typed);
        if (!(written instanceof Answer.Done<SessionNote>(SessionNote kept))) {
            return stale(asked, typed, turn);
        }
        AskedNote now = asked.with(kept);
        if (!TypedNote.wasRead(form, asked.drafted())) {
            return answers.refused(now, kept.draft(), NoteWords.MARKS_CHANGED, turn);
        }
        answers.requireFactor(turn);
        if (!form.good()) {
            return answers.refused(now, kept.draft(), turn);
        }
        Answer<SessionNote> signed = sign.by(
                actor,
                new SignSessionNote.Command(
                        form.key(),
                        kept.client(),
                        kept.id(),
                        kept.version(),
                        marks(form),
                        told.lines(asked.drafted(), kept.draft()),
                        !form.chosen("second", "yes")));
        return switch (signed) {
            case Answer.Done<SessionNote> done -> "redirect:" + NotePages.address(done.kept());
            case Answer.Again<SessionNote> again -> "redirect:" + NotePages.address(again.kept());
            case Answer.Changed<SessionNote> changed ->
                answers.refused(
                        answers.asked(actor, kept.client(), kept.id(), form),
                        changed.kept().draft(),
                        NoteWords.MARKS_CHANGED,
                        turn);
            case Answer.Other<SessionNote> other -> "redirect:" + NotePages.address(other.kept());
            case Answer.No<SessionNote> no -> throw new Refused(no.rule(), kept.id());
        };
    }

    private static boolean signedBefore(Actor actor, SessionNote note) {
        Optional<Id<Account>> own = actor.ownAccount();
        return note.signature()
                .filter(signature -> own.equals(Optional.of(signature.by().account())))
                .isPresent();
    }

    private static int marks(Form form) {
        String typed = form.raw("marks");
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    /** What was typed twice, or was on its way when the page went on, is kept already. */
    private Answer<SessionNote> write(Actor actor, AskedNote asked, Form form, NoteDraft typed) {
        SessionNote note = asked.note();
        Answer<SessionNote> answer = write.by(
                actor,
                new WriteSessionNote.Command(
                        Id.random(), note.client(), Id.of(form.raw("note")), note.session(), form.version(), typed));
        return answer instanceof Answer.Changed<SessionNote>(SessionNote kept)
                        && kept.isToSign()
                        && kept.draft().equals(typed)
                ? new Answer.Done<>(kept)
                : answer;
    }

    private String stale(AskedNote asked, NoteDraft typed, NoteTurn turn) {
        AskedNote now =
                answers.asked(turn.actor(), asked.note().client(), asked.note().id(), turn.form());
        return answers.refused(now, typed, NoteWords.STALE, turn);
    }
}
