package org.stillpoint.web.note;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.note.AmendSessionNote;
import org.stillpoint.practice.note.NoteReading;
import org.stillpoint.practice.note.NoteReading.NoteView;
import org.stillpoint.practice.note.NoteReading.NotedSession;
import org.stillpoint.practice.note.SignSessionNote;
import org.stillpoint.practice.note.StrikeOutSessionNote;
import org.stillpoint.practice.note.StrikeOutSessionNote.NoteMove;
import org.stillpoint.practice.note.WriteSessionNote;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.note.NoteShown.ClientChoice;
import org.stillpoint.web.note.NoteTold.DraftedSentence;
import org.stillpoint.web.security.OwnFactor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.Speaker;

/** The note of a session: saved as it is typed, signed, amended and struck out by whoever shows again who they are, and printed. */
@Controller
class NoteController {
    private final NoteReading reading;
    private final WriteSessionNote write;
    private final SignSessionNote sign;
    private final AmendSessionNote amend;
    private final StrikeOutSessionNote strikeOut;
    private final SeeToday seeToday;
    private final OwnFactor factor;
    private final NoteTold told;
    private final NotePages pages;
    private final NotePaper paper;
    private final Speaker speaker;
    private final Clock clock;

    NoteController(
            NoteReading reading,
            WriteSessionNote write,
            SignSessionNote sign,
            AmendSessionNote amend,
            StrikeOutSessionNote strikeOut,
            SeeToday seeToday,
            OwnFactor factor,
            NoteTold told,
            NotePages pages,
            NotePaper paper,
            Places places,
            Clock clock) {
        this.reading = reading;
        this.write = write;
        this.sign = sign;
        this.amend = amend;
        this.strikeOut = strikeOut;
        this.seeToday = seeToday;
        this.factor = factor;
        this.told = told;
        this.pages = pages;
        this.paper = paper;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    /** What a page is told that saved what was typed. */
    record DraftKept(int version) {}

    /** The note that a form is about, as it is kept, with what is drafted for it now. */
    private record AskedNote(NoteView view, List<DraftedSentence> drafted) {
        SessionNote note() {
            return view.note();
        }

        Optional<NotedSession> session() {
            return view.session();
        }
    }

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
            Actor actor, @PathVariable String id, @PathVariable String note, HttpServletRequest request, Model model) {
        AskedNote asked = asked(reading.by(actor, Id.of(id), Id.of(note)));
        return page(asked, Form.empty(), List.of(), Optional.empty(), actor, request, model);
    }

    @GetMapping("/clients/{id}/notes/{note}/note.pdf")
    ResponseEntity<byte[]> printed(Actor actor, @PathVariable String id, @PathVariable String note) {
        NoteView view = reading.by(actor, Id.of(id), Id.of(note));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("note-" + LocalDate.now(clock) + ".pdf")
                                .build()
                                .toString())
                .body(paper.of(view));
    }

    /** As it is typed. */
    @PostMapping("/clients/{id}/notes/{note}/draft")
    @ResponseBody
    ResponseEntity<DraftKept> saveAsTyped(
            Actor actor, @PathVariable String id, @PathVariable String note, HttpServletRequest request) {
        Form form = Form.of(request);
        AskedNote asked = asked(actor, Id.of(id), Id.of(note), form);
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
        Form form = Form.of(request);
        AskedNote asked = asked(actor, Id.of(id), Id.of(note), form);
        NoteDraft typed = TypedNote.of(form, asked.drafted(), asked.note().draft());
        if (!form.good()) {
            return refused(asked, typed, form, Optional.empty(), actor, request, response, model);
        }
        return switch (write(actor, asked, form, typed)) {
            case Answer.Done<SessionNote>(SessionNote kept) -> "redirect:" + NotePages.address(kept);
            case Answer.Again<SessionNote>(SessionNote kept) -> "redirect:" + NotePages.address(kept);
            case Answer.Changed<SessionNote> changed -> stale(actor, asked, typed, form, request, response, model);
            case Answer.Other<SessionNote> other -> stale(actor, asked, typed, form, request, response, model);
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
        Form form = Form.of(request);
        AskedNote asked = asked(actor, Id.of(id), Id.of(note), form);
        if (!asked.note().isToSign()) {
            return signedBefore(actor, asked.note())
                    ? "redirect:" + NotePages.address(asked.note())
                    : refused(asked, NoteDraft.NONE, form, Optional.empty(), actor, request, response, model);
        }
        NoteDraft typed = TypedNote.of(form, asked.drafted(), asked.note().draft());
        if (!form.good()) {
            return refused(asked, typed, form, Optional.empty(), actor, request, response, model);
        }
        Answer<SessionNote> written = write(actor, asked, form, typed);
        if (!(written instanceof Answer.Done<SessionNote>(SessionNote kept))) {
            return stale(actor, asked, typed, form, request, response, model);
        }
        AskedNote now = new AskedNote(new NoteView(asked.view().client(), kept, asked.session()), asked.drafted());
        if (!TypedNote.wasRead(form, asked.drafted())) {
            return refused(
                    now, kept.draft(), form, Optional.of(NoteWords.MARKS_CHANGED), actor, request, response, model);
        }
        requireFactor(actor, form, request);
        if (!form.good()) {
            return refused(now, kept.draft(), form, Optional.empty(), actor, request, response, model);
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
                refused(
                        asked(actor, kept.client(), kept.id(), form),
                        changed.kept().draft(),
                        form,
                        Optional.of(NoteWords.MARKS_CHANGED),
                        actor,
                        request,
                        response,
                        model);
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

    @PostMapping("/clients/{id}/notes/{note}/amend")
    String amend(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        AskedNote asked = asked(reading.by(actor, Id.of(id), Id.of(note)));
        PrivateText text = form.text("text");
        PrivateText reason = form.text("amendReason");
        if (text.value().isBlank()) {
            form.problems().add("text", NoteWords.AMEND_NEEDED);
        }
        if (reason.value().isBlank()) {
            form.problems().add("amendReason", NoteWords.WHY_NEEDED);
        }
        if (form.good()) {
            requireFactor(actor, form, request);
        }
        if (!form.good()) {
            return refused(asked, NoteDraft.NONE, form, Optional.empty(), actor, request, response, model);
        }
        var wanted = new AmendSessionNote.Command(
                form.key(), asked.note().client(), asked.note().id(), form.version(), text, reason);
        return added(asked, form, amend.by(actor, wanted), actor, request, response, model);
    }

    @PostMapping("/clients/{id}/notes/{note}/strike-out")
    String strikeOut(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        AskedNote asked = asked(reading.by(actor, Id.of(id), Id.of(note)));
        PrivateText reason = form.text("strikeReason");
        if (reason.value().isBlank()) {
            form.problems().add("strikeReason", NoteWords.WHY_NEEDED);
        }
        List<ClientChoice> choices = choices(actor, form, asked.note());
        Optional<Id<Client>> to =
                choices.size() == 1 ? Optional.of(Id.of(choices.getFirst().id())) : Optional.empty();
        if (form.good()) {
            requireFactor(actor, form, request);
        }
        if (!form.good()) {
            return refused(asked, NoteDraft.NONE, form, choices, Optional.empty(), actor, request, response, model);
        }
        var wanted = new StrikeOutSessionNote.Command(
                form.key(),
                asked.note().client(),
                asked.note().id(),
                form.version(),
                reason,
                to.map(client -> new NoteMove(client, form.id("copy"), text(asked))));
        return added(asked, form, strikeOut.by(actor, wanted), actor, request, response, model);
    }

    /** Who is meant by the name that was typed, or by the choice that was made; nobody where nobody was named. */
    private List<ClientChoice> choices(Actor actor, Form form, SessionNote note) {
        String typed = form.raw("to").strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        List<ClientChoice> found = seeToday.find(actor, typed).rows().stream()
                .map(row -> row.standing().client())
                .filter(client -> !client.id().equals(note.client()))
                .map(NotePages::choice)
                .toList();
        List<ClientChoice> chosen = found.stream()
                .filter(choice -> form.chosen("chosen", choice.id()))
                .toList();
        if (found.isEmpty()) {
            form.problems().add("to", NoteWords.NOBODY_FOUND);
        } else if (chosen.isEmpty() && found.size() > 1) {
            form.problems().add("to", NoteWords.CHOOSE_ONE);
        }
        return chosen.isEmpty() ? found : chosen;
    }

    /** What a note says, by its parts: what was signed and what was amended, or else what is drafted and typed. */
    private Map<NotePart, PrivateText> text(AskedNote asked) {
        SessionNote note = asked.note();
        Map<NotePart, PrivateText> text = new EnumMap<>(NotePart.class);
        List<NoteLine> lines = note.isLocked() ? note.text() : told.lines(asked.drafted(), note.draft());
        lines.forEach(line -> text.merge(line.part(), line.text(), NoteController::below));
        for (NoteAmendment amendment : note.amendments()) {
            text.merge(NotePart.ASSESSMENT, amendment.text(), NoteController::below);
        }
        return text;
    }

    private static PrivateText below(PrivateText first, PrivateText then) {
        return new PrivateText(first.value() + "\n" + then.value());
    }

    private String added(
            AskedNote asked,
            Form form,
            Answer<SessionNote> answer,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case Answer.Done<SessionNote> done -> "redirect:" + NotePages.address(done.kept());
            case Answer.Again<SessionNote> again -> "redirect:" + NotePages.address(again.kept());
            case Answer.Changed<SessionNote> changed ->
                refused(
                        asked(reading.by(
                                actor, asked.note().client(), asked.note().id())),
                        NoteDraft.NONE,
                        form,
                        Optional.of(NoteWords.STALE),
                        actor,
                        request,
                        response,
                        model);
            case Answer.Other<SessionNote> other -> "redirect:" + NotePages.address(other.kept());
            case Answer.No<SessionNote> no ->
                throw new Refused(no.rule(), asked.note().id());
        };
    }

    private void requireFactor(Actor actor, Form form, HttpServletRequest request) {
        switch (factor.of(actor, form.raw("factor"), form.raw("passkey"), request)) {
            case RIGHT -> {}
            case WRONG -> form.problems().add("factor", NoteWords.WHO_AGAIN);
            case TOO_MANY_TRIES -> form.problems().add("factor", ErrorWords.TOO_MANY_TRIES_HINT);
        }
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

    private AskedNote asked(NoteView view) {
        return new AskedNote(view, view.session().map(told::drafted).orElse(List.of()));
    }

    /** A session from before notes has none until something is typed. */
    private AskedNote asked(Actor actor, Id<Client> client, Id<SessionNote> note, Form form) {
        return asked(
                form.raw("session").isEmpty()
                        ? reading.by(actor, client, note)
                        : reading.ofSession(actor, client, form.<Session>id("session"), note));
    }

    private String stale(
            Actor actor,
            AskedNote asked,
            NoteDraft typed,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AskedNote now = asked(actor, asked.note().client(), asked.note().id(), form);
        return refused(now, typed, form, Optional.of(NoteWords.STALE), actor, request, response, model);
    }

    private String refused(
            AskedNote asked,
            NoteDraft typed,
            Form form,
            Optional<Message> said,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return refused(asked, typed, form, List.of(), said, actor, request, response, model);
    }

    /** @param typed what stands in the form again, in place of what is kept */
    private String refused(
            AskedNote asked,
            NoteDraft typed,
            Form form,
            List<ClientChoice> choices,
            Optional<Message> said,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(said.isPresent() ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST);
        SessionNote note = asked.note();
        SessionNote shown =
                note.isToSign() ? note.written(typed, clock.instant()).seenAt(note.version()) : note;
        AskedNote again = new AskedNote(new NoteView(asked.view().client(), shown, asked.session()), asked.drafted());
        return page(again, form, choices, said, actor, request, model);
    }

    private String page(
            AskedNote asked,
            Form form,
            List<ClientChoice> choices,
            Optional<Message> said,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "page",
                new NotePage(
                        ClientHead.of(asked.view().client(), LocalDate.now(clock)),
                        new NoteWords.HeldOn(speaker.shortDay(asked.note().heldAt())),
                        pages.of(asked.note(), asked.session(), form, choices, said, actor, request)));
        return "note";
    }
}
