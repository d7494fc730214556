package org.stillpoint.store;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.SafetyLevel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Conditions and on whose word a session was held, as they are kept: whole, so that they go on meaning what they meant. */
final class SafetyJson {
    private SafetyJson() {}

    static void writeFound(ObjectNode content, Set<Condition> found) {
        ArrayNode all = content.putArray("found");
        found.forEach(condition -> write(all.addObject(), condition));
    }

    static void write(ObjectNode one, Condition condition) {
        one.put("id", condition.id().value()).put("level", condition.level().name());
        condition.windowDays().ifPresent(days -> one.put("window_days", days));
        one.put("source", condition.source());
        condition.words().ifPresent(words -> one.put("words", words));
    }

    static Set<Condition> readFound(JsonNode content) {
        Set<Condition> found = new HashSet<>();
        content.required("found").forEach(one -> found.add(one.isString() ? ofBefore(one.asString()) : read(one)));
        return found;
    }

    static Condition read(JsonNode one) {
        return new Condition(
                new ConditionId(Json.text(one, "id")),
                SafetyLevel.valueOf(Json.text(one, "level")),
                one.has("window_days")
                        ? OptionalInt.of(one.required("window_days").asInt())
                        : OptionalInt.empty(),
                Json.text(one, "source"),
                one.has("words") ? Optional.of(Json.text(one, "words")) : Optional.empty());
    }

    /** Before schema 125 the name alone was kept, of a list that had no windows. */
    private static Condition ofBefore(String name) {
        ConditionId id = new ConditionId(name.toLowerCase(Locale.ROOT).replace('_', '-'));
        return ProgramConditions.find(id).orElseThrow().within(OptionalInt.empty());
    }

    static void write(ObjectNode content, Optional<Clearance> clearance) {
        clearance.ifPresent(given -> {
            Json.put(content, "physician", given.physician());
            Json.put(content, "override_reason", given.reason());
            given.on().ifPresent(day -> content.put("cleared_on", day.toString()));
        });
    }

    /** Before schema 125 a reason alone was kept. */
    static Optional<Clearance> readClearance(JsonNode content) {
        return Clearance.typed(
                Json.privateText(content, "physician"),
                Json.privateText(content, "override_reason"),
                content.has("cleared_on")
                        ? Optional.of(LocalDate.parse(Json.text(content, "cleared_on")))
                        : Optional.empty());
    }

    static void writeFollowUp(ObjectNode content, Optional<FollowUp> followUp) {
        followUp.ifPresent(kept -> {
            ObjectNode written =
                    content.putObject("follow_up").put("at", kept.at().toString());
            kept.by().ifPresent(account -> written.put("by", account.toString()));
            Json.put(written, "done", kept.done());
        });
    }

    static Optional<FollowUp> readFollowUp(JsonNode content) {
        return Optional.ofNullable(content.get("follow_up")).map(SafetyJson::followUp);
    }

    private static FollowUp followUp(JsonNode written) {
        Optional<Id<Account>> by = Optional.ofNullable(written.get("by")).map(account -> Id.of(account.asString()));
        PrivateText done = Json.privateText(written, "done");
        return new FollowUp(Json.instant(written, "at"), by, done);
    }
}
