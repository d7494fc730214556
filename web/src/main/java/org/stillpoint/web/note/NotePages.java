package org.stillpoint.web.note;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.note.NoteReading.NotedSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteSource;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.note.NoteShown.AmendmentRow;
import org.stillpoint.web.note.NoteShown.ClientChoice;
import org.stillpoint.web.note.NoteShown.FactorAsked;
import org.stillpoint.web.note.NoteShown.NotePartRow;
import org.stillpoint.web.note.NoteShown.SentenceRow;
import org.stillpoint.web.note.NoteShown.SignatureRow;
import org.stillpoint.web.note.NoteShown.SourceLink;
import org.stillpoint.web.note.NoteTold.DraftedSentence;
import org.stillpoint.web.security.OwnFactor;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.Speaker;

/** Lays the note of a session out for a page. */
@Component
public final class NotePages {
    private final NoteTold told;
    private final OwnFactor factor;
    private final Speaker speaker;

    NotePages(NoteTold told, OwnFactor factor, Places places) {
        this.told = told;
        this.factor = factor;
        this.speaker = places.speaker();
    }

    /** The note as it is kept, with nothing typed. */
    public NoteShown of(SessionNote note, Optional<NotedSession> noted, Actor actor, HttpServletRequest request) {
        return of(note, noted, Form.empty(), List.of(), Optional.empty(), actor, request);
    }

    /**
     * The note with what was typed into its forms and not taken.
     *
     * @param said what has to be said first
     */
    NoteShown of(
            SessionNote note,
            Optional<NotedSession> noted,
            Form form,
            List<ClientChoice> choices,
            Optional<Message> said,
            Actor actor,
            HttpServletRequest request) {
        Function<NoteSource, SourceLink> link = source -> link(note, noted, source);
        return new NoteShown(
                note.id().toString(),
                path(note),
                note.session().map(Id::toString).orElse(""),
                note.version().number(),
                noted.map(each -> each.session().marks().size()).orElse(0),
                note.isToSign(),
                note.isLocked(),
                note.isToSign()
                        ? drafted(noted.map(told::drafted).orElse(List.of()), note.draft(), link)
                        : signed(note.text(), link),
                signatures(note, link),
                note.signature().map(signature -> new NoteWords.Hash(signature.hash())),
                note.amendments().stream().map(this::amendment).toList(),
                note.strike()
                        .map(strike -> new NoteWords.StruckBy(strike.by().name().value(), when(strike.by()))),
                note.strike().map(strike -> new NoteWords.Reason(strike.reason().value())),
                note.strike()
                        .flatMap(strike -> strike.to())
                        .map(to -> "/clients/" + to.client() + "/notes/" + to.note())
                        .orElse(""),
                note.copy().map(copy -> new NoteWords.MovedBy(copy.by().name().value(), when(copy.by()))),
                note.copy().map(copy -> new NoteWords.Reason(copy.reason().value())),
                new FactorAsked(
                        request.getUserPrincipal().getName(),
                        factor.takesCode(actor),
                        factor.takesPasskey(actor, request)),
                form,
                choices,
                said);
    }

    /** Where a note is read. */
    static String path(SessionNote note) {
        return "/clients/" + note.client() + "/notes/" + note.id();
    }

    /** Where a note is read and signed: with its session, where it has one. */
    static String address(SessionNote note) {
        return note.session().map(session -> "/sessions/" + session).orElseGet(() -> path(note));
    }

    private static List<NotePartRow> drafted(
            List<DraftedSentence> drafted, NoteDraft typed, Function<NoteSource, SourceLink> link) {
        Set<String> names = drafted.stream().map(DraftedSentence::name).collect(Collectors.toSet());
        return Arrays.stream(NotePart.values())
                .map(part -> {
                    List<SentenceRow> rows = new ArrayList<>();
                    drafted.stream()
                            .filter(sentence -> sentence.part() == part)
                            .forEach(sentence -> rows.add(new SentenceRow(
                                    sentence.name(),
                                    typed.changed(sentence.name())
                                            .map(text -> text.value())
                                            .orElse(sentence.text()),
                                    sentence.text(),
                                    links(sentence.sources(), link))));
                    typed.changed().forEach((name, text) -> {
                        if (NoteDraft.partOf(name) == part && !names.contains(name) && !text.isEmpty()) {
                            rows.add(new SentenceRow(name, text.value(), "", List.of()));
                        }
                    });
                    return new NotePartRow(part, rows, typed.own(part).value());
                })
                .toList();
    }

    private static List<NotePartRow> signed(List<NoteLine> lines, Function<NoteSource, SourceLink> link) {
        return Arrays.stream(NotePart.values())
                .map(part -> new NotePartRow(
                        part,
                        lines.stream()
                                .filter(line -> line.part() == part)
                                .map(line -> new SentenceRow("", line.text().value(), "", links(line.sources(), link)))
                                .toList(),
                        ""))
                .toList();
    }

    private List<SignatureRow> signatures(SessionNote note, Function<NoteSource, SourceLink> link) {
        List<SignatureRow> rows = new ArrayList<>();
        Optional<String> last = note.signature().map(NoteSignature::hash);
        for (NoteSignature each : note.signatures()) {
            String name = each.by().name().value();
            rows.add(new SignatureRow(
                    each.locks()
                            ? new NoteWords.SignedBy(name, when(each.by()))
                            : new NoteWords.SignedWithoutLocking(name, when(each.by())),
                    !note.isToSign() && last.equals(Optional.of(each.hash()))
                            ? List.of()
                            : signed(each.lines(), link)));
        }
        return rows;
    }

    private AmendmentRow amendment(NoteAmendment amendment) {
        return new AmendmentRow(
                amendment.text().value(),
                new NoteWords.AmendedBy(amendment.by().name().value(), when(amendment.by())),
                new NoteWords.Reason(amendment.reason().value()),
                new NoteWords.Hash(amendment.hash()));
    }

    Message when(SignedAs by) {
        return when(by.at());
    }

    private Message when(Instant at) {
        return new CommonWords.DayAndTime(at, speaker.time(at));
    }

    /** Several entries that are read at one place are one link. */
    private static List<SourceLink> links(List<NoteSource> sources, Function<NoteSource, SourceLink> link) {
        Map<String, SourceLink> links = new LinkedHashMap<>();
        sources.stream().map(link).forEach(each -> links.putIfAbsent(each.address(), each));
        return List.copyOf(links.values());
    }

    private SourceLink link(SessionNote note, Optional<NotedSession> noted, NoteSource source) {
        String client = "/clients/" + note.client();
        String session = note.session().map(each -> "/sessions/" + each).orElse(client + "/sessions");
        return switch (source.kind()) {
            case MARK -> new SourceLink(session + "#mark-" + source.id(), minute(noted, source));
            case SESSION -> new SourceLink(session, speaker.say(NoteWords.SESSION_SOURCE));
            case CHECK_IN ->
                new SourceLink(client + "/check-ins/" + source.id(), speaker.say(NoteWords.CHECK_IN_SOURCE));
            case BODY_MAP -> new SourceLink(client, speaker.say(NoteWords.MAP_SOURCE));
            case EXAMINATION -> new SourceLink(client + "/trace", speaker.say(NoteWords.HANDS_SOURCE));
            case APPOINTMENT -> new SourceLink(client + "/appointments", speaker.say(NoteWords.APPOINTMENT_SOURCE));
        };
    }

    private String minute(Optional<NotedSession> noted, NoteSource source) {
        return noted.map(NotedSession::session)
                .flatMap(session -> minute(session, source))
                .orElseGet(() -> speaker.say(NoteWords.SESSION_SOURCE));
    }

    private Optional<String> minute(Session session, NoteSource source) {
        return session.findMark(new Id<>(source.id().value())).map(mark -> told.minute(session, mark));
    }

    /** Whose a client is whom a name may mean. */
    static ClientChoice choice(Client client) {
        return new ClientChoice(
                client.id().toString(),
                client.name().value(),
                client.yearOfBirth().isPresent()
                        ? String.valueOf(client.yearOfBirth().getAsInt())
                        : "");
    }
}
