package org.stillpoint.web.note;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.practice.note.NoteReading.NoteView;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.Speaker;

/** Prints the note of a session: the text that was signed, who signed it, and all that was added. */
@Component
public final class NotePaper {
    private final NoteTold told;
    private final Speaker speaker;
    private final Clock clock;

    public NotePaper(NoteTold told, Places places, Clock clock) {
        this.told = told;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    /** A note that somebody has signed: what is printed of it is in the note. */
    public byte[] of(Client client, SessionNote signed) {
        return of(new NoteView(client, signed, Optional.empty()));
    }

    byte[] of(NoteView view) {
        SessionNote note = view.note();
        List<NoteLine> lines = note.isToSign() && view.session().isPresent()
                ? told.lines(view.session().get(), note.draft())
                : note.text();
        List<String> lead =
                new ArrayList<>(List.of(speaker.say(new NoteWords.HeldOn(speaker.shortDay(note.heldAt())))));
        if (note.isToSign()) {
            lead.add(speaker.say(NoteWords.NOT_SIGNED));
        }
        note.copy()
                .ifPresent(copy -> lead.add(said(
                        new NoteWords.MovedBy(copy.by().name().value(), when(copy.by())),
                        copy.reason().value())));
        note.strike()
                .ifPresent(strike -> lead.add(said(
                        new NoteWords.StruckBy(strike.by().name().value(), when(strike.by())),
                        strike.reason().value())));
        List<PlainPart> parts = new ArrayList<>(parts(lines, note.isStruckOut()));
        amendments(note).ifPresent(parts::add);
        earlier(note).forEach(parts::add);
        List<String> foot = new ArrayList<>();
        note.signatures().forEach(each -> foot.add(signed(each)));
        note.signature().ifPresent(signature -> foot.add(speaker.say(new NoteWords.Hash(signature.hash()))));
        return PlainPdf.of(
                new PlainSheet(
                        speaker.say(NoteWords.TITLE),
                        view.client().name().value(),
                        view.client().madeUp() ? speaker.say(CommonWords.MADE_UP) : "",
                        speaker.day(LocalDate.now(clock)),
                        lead,
                        parts,
                        foot,
                        PlainSheet.PaperSize.A4),
                speaker.locale());
    }

    private List<PlainPart> parts(List<NoteLine> lines, boolean struck) {
        return Arrays.stream(NotePart.values())
                .map(part -> new PlainPart(
                        speaker.say(NoteWords.of(part)),
                        lines.stream()
                                .filter(line -> line.part() == part)
                                .map(line -> line.text().value())
                                .toList(),
                        struck))
                .filter(part -> !part.texts().isEmpty())
                .toList();
    }

    private Optional<PlainPart> amendments(SessionNote note) {
        List<String> texts = new ArrayList<>();
        for (NoteAmendment each : note.amendments()) {
            texts.add(each.text().value());
            texts.add(said(
                    new NoteWords.AmendedBy(each.by().name().value(), when(each.by())),
                    each.reason().value()));
            texts.add(speaker.say(new NoteWords.Hash(each.hash())));
        }
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlainPart(speaker.say(NoteWords.AMENDMENTS), texts, false));
    }

    /** What somebody signed before another text was signed. */
    private List<PlainPart> earlier(SessionNote note) {
        return note.signatures().stream()
                .filter(each -> note.signature()
                        .filter(last -> last.hash().equals(each.hash()))
                        .isEmpty())
                .map(each -> new PlainPart(
                        speaker.say(NoteWords.SIGNED_EARLIER) + " " + signed(each),
                        each.lines().stream().map(line -> line.text().value()).toList(),
                        false))
                .toList();
    }

    private String signed(NoteSignature signature) {
        String name = signature.by().name().value();
        return speaker.say(
                signature.locks()
                        ? new NoteWords.SignedBy(name, when(signature.by()))
                        : new NoteWords.SignedWithoutLocking(name, when(signature.by())));
    }

    private String said(Message what, String reason) {
        return speaker.say(what) + " " + speaker.say(new NoteWords.Reason(reason));
    }

    private Message when(SignedAs by) {
        return new CommonWords.DayAndTime(by.at(), speaker.time(by.at()));
    }
}
