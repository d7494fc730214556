package org.stillpoint.web.note;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.note.AmendSessionNote;
import org.stillpoint.practice.note.StrikeOutSessionNote;
import org.stillpoint.practice.note.StrikeOutSessionNote.NoteMove;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.note.NoteAnswers.AskedNote;
import org.stillpoint.web.note.NoteShown.ClientChoice;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.NoteWords;

/** A note that was signed is amended, and one that should not stand is struck out, by whoever shows again who they are. */
@Controller
class SignedNoteController {
    private final AmendSessionNote amend;
    private final StrikeOutSessionNote strikeOut;
    private final SeeToday seeToday;
    private final NoteTold told;
    private final NoteAnswers answers;

    SignedNoteController(
            AmendSessionNote amend,
            StrikeOutSessionNote strikeOut,
            SeeToday seeToday,
            NoteTold told,
            NoteAnswers answers) {
        this.amend = amend;
        this.strikeOut = strikeOut;
        this.seeToday = seeToday;
        this.told = told;
        this.answers = answers;
    }

    @PostMapping("/clients/{id}/notes/{note}/amend")
    String amend(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NoteTurn turn = new NoteTurn(actor, Form.of(request), request, response, model);
        Form form = turn.form();
        AskedNote asked = answers.asked(actor, Id.of(id), Id.of(note));
        PrivateText text = form.text("text");
        PrivateText reason = form.text("amendReason");
        if (text.value().isBlank()) {
            form.problems().add("text", NoteWords.AMEND_NEEDED);
        }
        if (reason.value().isBlank()) {
            form.problems().add("amendReason", NoteWords.WHY_NEEDED);
        }
        if (form.good()) {
            answers.requireFactor(turn);
        }
        if (!form.good()) {
            return answers.refused(asked, NoteDraft.NONE, turn);
        }
        var wanted = new AmendSessionNote.Command(
                form.key(), asked.note().client(), asked.note().id(), form.version(), text, reason);
        return added(asked, amend.by(actor, wanted), turn);
    }

    @PostMapping("/clients/{id}/notes/{note}/strike-out")
    String strikeOut(
            Actor actor,
            @PathVariable String id,
            @PathVariable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NoteTurn turn = new NoteTurn(actor, Form.of(request), request, response, model);
        Form form = turn.form();
        AskedNote asked = answers.asked(actor, Id.of(id), Id.of(note));
        PrivateText reason = form.text("strikeReason");
        if (reason.value().isBlank()) {
            form.problems().add("strikeReason", NoteWords.WHY_NEEDED);
        }
        List<ClientChoice> choices = choices(actor, form, asked.note());
        Optional<Id<Client>> to =
                choices.size() == 1 ? Optional.of(Id.of(choices.getFirst().id())) : Optional.empty();
        if (form.good()) {
            answers.requireFactor(turn);
        }
        if (!form.good()) {
            return answers.refused(asked, NoteDraft.NONE, choices, Optional.empty(), turn);
        }
        var wanted = new StrikeOutSessionNote.Command(
                form.key(),
                asked.note().client(),
                asked.note().id(),
                form.version(),
                reason,
                to.map(client -> new NoteMove(client, form.id("copy"), text(asked))));
        return added(asked, strikeOut.by(actor, wanted), turn);
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
        lines.forEach(line -> text.merge(line.part(), line.text(), SignedNoteController::below));
        for (NoteAmendment amendment : note.amendments()) {
            text.merge(NotePart.ASSESSMENT, amendment.text(), SignedNoteController::below);
        }
        return text;
    }

    private static PrivateText below(PrivateText first, PrivateText then) {
        return new PrivateText(first.value() + "\n" + then.value());
    }

    private String added(AskedNote asked, Answer<SessionNote> answer, NoteTurn turn) {
        SessionNote note = asked.note();
        return switch (answer) {
            case Answer.Done<SessionNote> done -> "redirect:" + NotePages.address(done.kept());
            case Answer.Again<SessionNote> again -> "redirect:" + NotePages.address(again.kept());
            case Answer.Changed<SessionNote> changed ->
                answers.refused(
                        answers.asked(turn.actor(), note.client(), note.id()), NoteDraft.NONE, NoteWords.STALE, turn);
            case Answer.Other<SessionNote> other -> "redirect:" + NotePages.address(other.kept());
            case Answer.No<SessionNote> no -> throw new Refused(no.rule(), note.id());
        };
    }
}
