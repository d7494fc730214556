package org.stillpoint.store;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stillpoint.record.Id;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.LyingPosition;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.record.client.RoomWish;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How what is told about a client is written and read, where it stands and where it stood. The names are kept for ever. */
final class AboutJson {
    private AboutJson() {}

    static ObjectNode write(ObjectNode content, ContactDetails told) {
        Json.put(content, "called_by", told.calledBy());
        Json.put(content, "pronouns", told.pronouns());
        Json.put(content, "language", told.language());
        Json.put(content, "phone", told.phone());
        Json.put(content, "email", told.email());
        Json.put(content, "address", told.address());
        told.guardian().ifPresent(person -> content.set("guardian", write(person)));
        told.emergencyContact().ifPresent(person -> content.set("emergency_contact", write(person)));
        return content;
    }

    static ContactDetails readContact(JsonNode content) {
        return new ContactDetails(
                Json.privateText(content, "called_by"),
                Json.privateText(content, "pronouns"),
                Json.privateText(content, "language"),
                Json.privateText(content, "phone"),
                Json.privateText(content, "email"),
                Json.privateText(content, "address"),
                optional(content, "guardian", AboutJson::readPerson),
                optional(content, "emergency_contact", AboutJson::readPerson));
    }

    private static ObjectNode write(RelatedPerson person) {
        ObjectNode content = Json.object();
        Json.put(content, "name", person.name());
        Json.put(content, "relation", person.relation());
        Json.put(content, "phone", person.phone());
        return content;
    }

    private static RelatedPerson readPerson(JsonNode content) {
        return new RelatedPerson(
                Json.privateText(content, "name"),
                Json.privateText(content, "relation"),
                Json.privateText(content, "phone"));
    }

    static ObjectNode write(ObjectNode content, MailWishes told) {
        content.put("hour", told.hour());
        ArrayNode days = content.putArray("days");
        told.days().stream().sorted().map(Enum::name).forEach(days::add);
        told.zone().ifPresent(zone -> content.put("zone", zone.getId()));
        told.off().ifPresent(since -> content.put("off", since.toString()));
        return content;
    }

    static MailWishes readMailWishes(JsonNode content) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        content.required("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asString())));
        return new MailWishes(
                content.required("hour").asInt(),
                days,
                Optional.ofNullable(content.get("zone")).map(zone -> ZoneId.of(zone.asString())),
                content.has("off") ? Optional.of(Json.instant(content, "off")) : Optional.empty());
    }

    static ObjectNode write(ObjectNode content, Background told) {
        Json.put(content, "reason", told.reason());
        Preferences preferences = told.preferences();
        preferences.lying().ifPresent(lying -> content.put("lying", lying.name()));
        ArrayNode wishes = content.putArray("wishes");
        preferences.wishes().stream().map(Enum::name).sorted().forEach(wishes::add);
        Json.put(content, "hard_positions", preferences.hardPositions());
        Json.put(content, "avoid", preferences.avoid());
        Json.put(content, "stop_sign", told.stopSign());
        Json.put(content, "cautions", told.cautions());
        told.psychotherapy().ifPresent(known -> content.put("psychotherapy", known.name()));
        ArrayNode carers = content.putArray("carers");
        told.carers().forEach(carer -> carers.add(carer.toString()));
        return content;
    }

    static Background readBackground(JsonNode content) {
        Set<RoomWish> wishes = EnumSet.noneOf(RoomWish.class);
        content.required("wishes").forEach(wish -> wishes.add(RoomWish.valueOf(wish.asString())));
        List<Id<AddressEntry>> carers = new ArrayList<>();
        content.required("carers").forEach(carer -> carers.add(Id.of(carer.asString())));
        return new Background(
                Json.privateText(content, "reason"),
                new Preferences(
                        optional(content, "lying", lying -> LyingPosition.valueOf(lying.asString())),
                        wishes,
                        Json.privateText(content, "hard_positions"),
                        Json.privateText(content, "avoid")),
                Json.privateText(content, "stop_sign"),
                Json.privateText(content, "cautions"),
                optional(content, "psychotherapy", known -> Psychotherapy.valueOf(known.asString())),
                carers);
    }

    /** Nothing where the client is not archived. */
    static ObjectNode write(ObjectNode content, Optional<Archiving> archiving) {
        archiving.ifPresent(since -> {
            ObjectNode archived = content.putObject("archived");
            archived.put("at", since.at().toString());
            since.by().ifPresent(account -> archived.put("by", account.toString()));
            Json.put(archived, "reason", since.reason());
        });
        return content;
    }

    static Optional<Archiving> readArchiving(JsonNode content) {
        return optional(
                content,
                "archived",
                archived -> new Archiving(
                        Json.instant(archived, "at"),
                        optional(archived, "by", account -> Id.of(account.asString())),
                        Json.privateText(archived, "reason")));
    }

    private static <T> Optional<T> optional(JsonNode content, String member, Function<JsonNode, T> read) {
        return content.has(member) ? Optional.of(read.apply(content.required(member))) : Optional.empty();
    }
}
