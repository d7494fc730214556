package org.stillpoint.web.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stillpoint.exchange.sheet.SignedPaper;
import org.stillpoint.exchange.sheet.SignedPaperPdf;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.AreasSigned;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentEntry.ConsentWithdrawn;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;

/** Says what was signed, on a page, in a copy and on paper. */
@Component
public final class PaperTold {
    private final Speaker speaker;

    public PaperTold(Speaker speaker) {
        this.speaker = speaker;
    }

    /** What somebody did. */
    public Message what(ConsentEntry entry) {
        return switch (entry) {
            case ConsentGiven given -> ConsentWords.PAPER;
            case AreasSigned areas -> ConsentWords.AREAS_PAPER;
            case ConsentWithdrawn withdrawn -> ConsentWords.WITHDRAWN_PAPER;
        };
    }

    /** What was answered, a line each. */
    public List<String> answers(SignedEntry entry) {
        List<String> lines = new ArrayList<>();
        if (entry instanceof ConsentGiven given) {
            given.document().choices().stream()
                    .map(block -> new ConsentWords.Answered(
                            new Named(block),
                            Boolean.TRUE.equals(given.choices().get(block)) ? ConsentWords.YES : ConsentWords.NO))
                    .map(speaker::say)
                    .forEach(lines::add);
        }
        if (!entry.areas().isEmpty()) {
            lines.add(speaker.say(new ConsentWords.AgreedAreas(entry.areas().stream()
                    .sorted(Comparator.naturalOrder())
                    .map(speaker::name)
                    .collect(Collectors.joining(", ")))));
        }
        return lines;
    }

    /** By whom it was signed, when, and until when it holds, a line each. */
    public List<String> signed(SignedEntry entry, Client client) {
        List<String> lines = new ArrayList<>();
        lines.add(speaker.say(
                switch (entry.signer()) {
                    case Signer.Oneself() ->
                        new ConsentWords.SignedByClient(client.name().value());
                    case Signer.Guardian(var name, var relation) ->
                        new ConsentWords.SignedByGuardian(name.value(), relation.value());
                }));
        if (entry.signature() instanceof Signature.ByName(var typed)) {
            lines.add(speaker.say(new ConsentWords.SignedByTyping(typed.value())));
        }
        lines.add(speaker.say(new ConsentWords.SignedOn(at(entry.at()))));
        if (entry instanceof ConsentGiven given) {
            lines.add(given.term()
                    .lastDay(LocalDate.ofInstant(given.at(), speaker.zone()))
                    .map(day -> speaker.say(new ConsentWords.HoldsUntil(speaker.shortDay(day))))
                    .orElseGet(() -> speaker.say(ConsentWords.FOR_ONE_SESSION)));
        }
        return lines;
    }

    /** The version of the text and its fingerprint, a line each. */
    public List<String> proof(SignedEntry entry) {
        return List.of(
                speaker.say(
                        new ConsentWords.VersionRead(entry.document().version().number())),
                speaker.say(new ConsentWords.TextHash(entry.document().hash())));
    }

    /** As a file. */
    public byte[] pdf(SignedEntry entry, ConsentHistory history, Client client, String practice) {
        List<String> signed = new ArrayList<>(signed(entry, client));
        if (!practice.isEmpty()) {
            signed.addFirst(speaker.say(new ConsentWords.OfPractice(practice)));
        }
        return SignedPaperPdf.of(
                new SignedPaper(
                        speaker.say(what(entry)),
                        entry.document(),
                        answers(entry),
                        signed,
                        entry.signature() instanceof Signature.ByHand(var strokes) ? strokes : List.of(),
                        speaker.say(ConsentWords.SIGNED_BY_HAND),
                        history.withdrawnAfter(entry)
                                .map(at -> speaker.say(new ConsentWords.WithdrawnAt(at(at))))
                                .orElse(""),
                        proof(entry)),
                speaker.locale());
    }

    /** The strokes as the path of a drawing. */
    static String ink(Signature signature) {
        return signature instanceof Signature.ByHand(var strokes)
                ? strokes.stream().map(PaperTold::path).collect(Collectors.joining())
                : "";
    }

    private static String path(InkStroke stroke) {
        return "M"
                + stroke.points().stream()
                        .map(point -> point.x() + " " + point.y())
                        .collect(Collectors.joining("L"))
                + (stroke.points().size() == 1 ? "h0" : "");
    }

    public String at(Instant at) {
        return speaker.say(new CommonWords.DayAndTime(at, speaker.time(at)));
    }
}
