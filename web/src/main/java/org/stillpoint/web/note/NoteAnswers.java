package org.stillpoint.web.note;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.note.NoteReading;
import org.stillpoint.practice.note.NoteReading.NoteView;
import org.stillpoint.practice.note.NoteReading.NotedSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.note.NoteShown.ClientChoice;
import org.stillpoint.web.note.NoteTold.DraftedSentence;
import org.stillpoint.web.security.OwnFactor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.Speaker;

/** The page of a note: as it stands, or again with what was typed and what is wrong with it. */
@Component
final class NoteAnswers {
    private final NoteReading reading;
    private final NoteTold told;
    private final NotePages pages;
    private final OwnFactor factor;
    private final Speaker speaker;
    private final Clock clock;

    NoteAnswers(NoteReading reading, NoteTold told, NotePages pages, OwnFactor factor, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.told = told;
        this.pages = pages;
        this.factor = factor;
        this.speaker = speaker;
        this.clock = clock;
    }

    /** The note that a form is about, as it is kept, with what is drafted for it now. */
    record AskedNote(NoteView view, List<DraftedSentence> drafted) {
        SessionNote note() {
            return view.note();
        }

        Optional<NotedSession> session() {
            return view.session();
        }

        /** The same, with a note as it would stand. */
        AskedNote with(SessionNote note) {
            return new AskedNote(new NoteView(view.client(), note, view.session()), drafted);
        }
    }

    AskedNote asked(Actor actor, Id<Client> client, Id<SessionNote> note) {
        return asked(reading.by(actor, client, note));
    }

    /** A session from before notes has none until something is typed. */
    AskedNote asked(Actor actor, Id<Client> client, Id<SessionNote> note, Form form) {
        return form.raw("session").isEmpty()
                ? asked(actor, client, note)
                : asked(reading.ofSession(actor, client, form.<Session>id("session"), note));
    }

    private AskedNote asked(NoteView view) {
        return new AskedNote(view, view.session().map(told::drafted).orElse(List.of()));
    }

    /** Notes in the form where whoever sent it has not shown who they are. */
    void requireFactor(NoteTurn turn) {
        Form form = turn.form();
        switch (factor.of(turn.actor(), form.raw("factor"), form.raw("passkey"), turn.request())) {
            case RIGHT -> {}
            case WRONG -> form.problems().add("factor", NoteWords.WHO_AGAIN);
            case TOO_MANY_TRIES -> form.problems().add("factor", ErrorWords.TOO_MANY_TRIES_HINT);
        }
    }

    /** What is wrong with it stands in the form. */
    String refused(AskedNote asked, NoteDraft typed, NoteTurn turn) {
        return refused(asked, typed, List.of(), Optional.empty(), turn);
    }

    String refused(AskedNote asked, NoteDraft typed, Message said, NoteTurn turn) {
        return refused(asked, typed, List.of(), Optional.of(said), turn);
    }

    /**
     * The page again.
     *
     * @param typed what stands in the form again, in place of what is kept
     * @param choices who may be meant by the name that was typed
     * @param said what else is kept than was seen
     */
    String refused(
            AskedNote asked, NoteDraft typed, List<ClientChoice> choices, Optional<Message> said, NoteTurn turn) {
        turn.response()
                .setStatus(said.isPresent() ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST);
        SessionNote note = asked.note();
        SessionNote shown =
                note.isToSign() ? note.written(typed, clock.instant()).seenAt(note.version()) : note;
        return page(asked.with(shown), choices, said, turn);
    }

    String page(AskedNote asked, List<ClientChoice> choices, Optional<Message> said, NoteTurn turn) {
        turn.model()
                .addAttribute(
                        "page",
                        new NotePage(
                                ClientHead.of(asked.view().client(), LocalDate.now(clock)),
                                new NoteWords.HeldOn(
                                        speaker.shortDay(asked.note().heldAt())),
                                pages.of(
                                        asked.note(),
                                        asked.session(),
                                        turn.form(),
                                        choices,
                                        said,
                                        turn.actor(),
                                        turn.request())));
        return "note";
    }
}
