package org.stillpoint.store;

import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.slip.EntryContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How what stood in an entry is written and read, in the form that the entry itself has. The names are kept for ever. */
final class EntryJson {
    private EntryJson() {}

    static ObjectNode write(EntryContent entry) {
        return switch (entry) {
            case EntryContent.ClientEntry(PrivateText name, OptionalInt year) -> {
                ObjectNode content = kind("client");
                Json.put(content, "name", name);
                year.ifPresent(known -> content.put("year_of_birth", known));
                yield content;
            }
            case EntryContent.ContactEntry(var told) -> AboutJson.write(kind("contact"), told);
            case EntryContent.BackgroundEntry(var told) -> AboutJson.write(kind("background"), told);
            case EntryContent.ArchiveEntry(var archiving) -> AboutJson.write(kind("archive"), archiving);
            case EntryContent.CheckInEntry(var at, var answers) ->
                StoredCheckIns.write(kind("check_in").put("at", at.toString()), answers);
            case EntryContent.EventEntry(var told) -> StoredHistory.write(kind("event"), told, "event_kind");
            case EntryContent.SafetyEntry(var at, var found, var clearance) ->
                StoredSafetyChecks.write(kind("safety_check").put("at", at.toString()), found, clearance);
            case EntryContent.SessionEntry(var startedAt, var endedAt) -> {
                ObjectNode content = kind("session").put("started_at", startedAt.toString());
                endedAt.ifPresent(at -> content.put("ended_at", at.toString()));
                yield content;
            }
            case EntryContent.MarkEntry(var session, var tappedAt, var moment) -> {
                ObjectNode content =
                        kind("mark").put("session", session.toString()).put("tapped_at", tappedAt.toString());
                content.set("moment", MomentJson.write(moment));
                yield content;
            }
        };
    }

    static EntryContent read(JsonNode content) {
        String kind = Json.text(content, "kind");
        return switch (kind) {
            case "client" ->
                new EntryContent.ClientEntry(
                        Json.privateText(content, "name"),
                        content.has("year_of_birth")
                                ? OptionalInt.of(
                                        content.required("year_of_birth").asInt())
                                : OptionalInt.empty());
            case "contact" -> new EntryContent.ContactEntry(AboutJson.readContact(content));
            case "background" -> new EntryContent.BackgroundEntry(AboutJson.readBackground(content));
            case "archive" -> new EntryContent.ArchiveEntry(AboutJson.readArchiving(content));
            case "check_in" ->
                new EntryContent.CheckInEntry(Json.instant(content, "at"), StoredCheckIns.readAnswers(content));
            case "event" -> new EntryContent.EventEntry(StoredHistory.readTold(content, "event_kind"));
            case "safety_check" ->
                new EntryContent.SafetyEntry(
                        Json.instant(content, "at"), SafetyJson.readFound(content), SafetyJson.readClearance(content));
            case "session" ->
                new EntryContent.SessionEntry(
                        Json.instant(content, "started_at"),
                        content.has("ended_at") ? Optional.of(Json.instant(content, "ended_at")) : Optional.empty());
            case "mark" ->
                new EntryContent.MarkEntry(
                        Id.of(Json.text(content, "session")),
                        Json.instant(content, "tapped_at"),
                        MomentJson.read(content.required("moment")));
            default -> throw new IllegalStateException("an entry of a kind this program does not know: " + kind);
        };
    }

    private static ObjectNode kind(String name) {
        return Json.object().put("kind", name);
    }
}
