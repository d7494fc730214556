package org.stillpoint.web.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.session.SessionFacts.WorkedSite;
import org.stillpoint.practice.session.SessionListReading;
import org.stillpoint.practice.session.SessionListReading.ListedSession;
import org.stillpoint.practice.session.SessionListReading.NoteProgress;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.session.SessionsPage.MovedNote;
import org.stillpoint.web.session.SessionsPage.SessionRow;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.ClosingWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.SessionListWords;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.Speaker;

/** A client's sessions in a line each. */
@Controller
class SessionsController {

    private final SessionListReading reading;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    SessionsController(SessionListReading reading, Places places, Clock clock) {
        this.reading = reading;
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/sessions")
    String list(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        Id<Client> client = Id.of(id);
        SessionListReading.SessionList list = reading.by(actor, client, page);
        ClientHead head = ClientHead.of(list.client(), LocalDate.now(clock));
        String address = head.path() + "/sessions?page=";
        model.addAttribute(
                "page",
                new SessionsPage(
                        head,
                        list.all() == 0 ? SessionListWords.NONE : new SessionListWords.Held(list.all()),
                        list.running().map(this::row),
                        list.held().stream().map(this::row).toList(),
                        page > 1 ? address + (page - 1) : "",
                        page * SessionListReading.AT_ONCE < list.all() ? address + (page + 1) : "",
                        list.moved().stream()
                                .map(note -> new MovedNote(
                                        head.path() + "/notes/" + note.id(),
                                        new NoteWords.HeldOn(speaker.shortDay(note.heldAt()))))
                                .toList()));
        return "sessions";
    }

    private SessionRow row(ListedSession session) {
        return new SessionRow(
                "/sessions/" + session.id(),
                new CommonWords.Verbatim(speaker.shortDay(session.startedAt())),
                session.length()
                        .<Message>map(length -> new CommonWords.Verbatim(speaker.length(length)))
                        .orElseGet(() -> new SessionListWords.GoesOnSince(speaker.time(session.startedAt()))),
                places(session.facts().sites()),
                session.facts().stopped(),
                session.note().map(SessionsController::note),
                session.facts().distress().map(ClosingWords::distress));
    }

    private static Message note(NoteProgress progress) {
        return switch (progress) {
            case SIGNED -> SessionListWords.NOTE_SIGNED;
            case DRAFTED -> SessionListWords.NOTE_DRAFTED;
            case MISSING -> SessionListWords.NOTE_MISSING;
        };
    }

    private List<Message> places(List<WorkedSite> sites) {
        return sites.isEmpty()
                ? List.of(SessionListWords.NO_PLACE)
                : sites.stream().map(this::place).toList();
    }

    private Message place(WorkedSite worked) {
        Message name = places.names().site(worked.site());
        OptionalDouble released = worked.released();
        return released.isEmpty()
                ? name
                : new SessionListWords.PlaceReleased(name, new CommonWords.Verbatim(small(released.getAsDouble())));
    }

    /** Within a sentence. */
    private String small(double extent) {
        return speaker.say(extent == 0 ? SessionListWords.NOTHING_LET_GO : SessionWords.released(extent))
                .toLowerCase(speaker.locale());
    }
}
