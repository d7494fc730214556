package org.stillpoint.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.NoteCopy;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteSource;
import org.stillpoint.record.note.NoteStrike;
import org.stillpoint.record.note.OtherRecord;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.session.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the note of a session is written and read. The names are kept for ever. */
final class NoteJson {
    private NoteJson() {}

    static ObjectNode write(SessionNote note) {
        ObjectNode content = Json.object()
                .put("held_at", note.heldAt().toString())
                .put("written_at", note.writtenAt().toString());
        ObjectNode changed = content.putObject("changed");
        note.draft().changed().forEach((sentence, text) -> changed.put(sentence, text.value()));
        ObjectNode own = content.putObject("own");
        note.draft().own().forEach((part, text) -> own.put(part.name(), text.value()));
        ArrayNode signatures = content.putArray("signatures");
        note.signatures().forEach(each -> signatures.add(write(each)));
        ArrayNode amendments = content.putArray("amendments");
        note.amendments()
                .forEach(each -> amendments.add(write(each.by())
                        .put("text", each.text().value())
                        .put("reason", each.reason().value())
                        .put("hash", each.hash())));
        note.strike().ifPresent(strike -> {
            ObjectNode struck = write(strike.by()).put("reason", strike.reason().value());
            strike.to().ifPresent(to -> struck.set("to", write(to)));
            content.set("strike", struck);
        });
        note.copy().ifPresent(copy -> {
            ObjectNode copied = write(copy.by()).put("reason", copy.reason().value());
            copied.set("from", write(copy.from()));
            content.set("copy", copied);
        });
        return content;
    }

    private static ObjectNode write(NoteSignature signature) {
        ObjectNode content = write(signature.by()).put("hash", signature.hash()).put("locks", signature.locks());
        ArrayNode lines = content.putArray("lines");
        for (NoteLine line : signature.lines()) {
            ObjectNode written = lines.addObject()
                    .put("part", line.part().name())
                    .put("text", line.text().value());
            ArrayNode sources = written.putArray("sources");
            line.sources()
                    .forEach(source -> sources.addObject()
                            .put("kind", source.kind().name())
                            .put("id", source.id().toString()));
        }
        return content;
    }

    private static ObjectNode write(SignedAs by) {
        return Json.object()
                .put("account", by.account().toString())
                .put("name", by.name().value())
                .put("at", by.at().toString());
    }

    private static ObjectNode write(OtherRecord other) {
        return Json.object()
                .put("client", other.client().toString())
                .put("note", other.note().toString());
    }

    static SessionNote read(
            Id<SessionNote> id, Id<Client> client, Optional<Id<Session>> session, Version version, JsonNode content) {
        Map<String, PrivateText> changed = new TreeMap<>();
        content.required("changed")
                .properties()
                .forEach(each -> changed.put(
                        each.getKey(), new PrivateText(each.getValue().asString())));
        Map<NotePart, PrivateText> own = new TreeMap<>();
        content.required("own")
                .properties()
                .forEach(each -> own.put(
                        NotePart.valueOf(each.getKey()),
                        new PrivateText(each.getValue().asString())));
        return new SessionNote(
                id,
                client,
                session,
                Json.instant(content, "held_at"),
                new NoteDraft(changed, own),
                Json.instant(content, "written_at"),
                all(content, "signatures", NoteJson::signature),
                all(
                        content,
                        "amendments",
                        each -> new NoteAmendment(
                                Json.privateText(each, "text"),
                                Json.privateText(each, "reason"),
                                signer(each),
                                Json.text(each, "hash"))),
                optional(
                        content,
                        "strike",
                        each -> new NoteStrike(
                                Json.privateText(each, "reason"), signer(each), optional(each, "to", NoteJson::other))),
                optional(
                        content,
                        "copy",
                        each -> new NoteCopy(
                                other(each.required("from")), Json.privateText(each, "reason"), signer(each))),
                version);
    }

    private static NoteSignature signature(JsonNode content) {
        return new NoteSignature(
                signer(content),
                all(
                        content,
                        "lines",
                        line -> new NoteLine(
                                NotePart.valueOf(Json.text(line, "part")),
                                Json.privateText(line, "text"),
                                all(
                                        line,
                                        "sources",
                                        source -> new NoteSource(
                                                NoteSource.SourceKind.valueOf(Json.text(source, "kind")),
                                                Id.of(Json.text(source, "id")))))),
                Json.text(content, "hash"),
                content.required("locks").asBoolean());
    }

    private static SignedAs signer(JsonNode content) {
        return new SignedAs(
                Id.of(Json.text(content, "account")),
                new SignInName(Json.text(content, "name")),
                Json.instant(content, "at"));
    }

    private static OtherRecord other(JsonNode content) {
        return new OtherRecord(Id.of(Json.text(content, "client")), Id.of(Json.text(content, "note")));
    }

    private static <T> List<T> all(JsonNode content, String member, Function<JsonNode, T> read) {
        List<T> found = new ArrayList<>();
        content.required(member).forEach(each -> found.add(read.apply(each)));
        return found;
    }

    private static <T> Optional<T> optional(JsonNode content, String member, Function<JsonNode, T> read) {
        return content.has(member) ? Optional.of(read.apply(content.required(member))) : Optional.empty();
    }
}
