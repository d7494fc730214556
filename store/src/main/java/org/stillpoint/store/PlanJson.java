package org.stillpoint.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.stillpoint.record.plan.LeftOutPlace;
import org.stillpoint.record.plan.LeftOutReason;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.plan.SlowerReason;
import org.stillpoint.record.session.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a plan is written and read. The names are kept for ever. */
final class PlanJson {
    private PlanJson() {}

    static ObjectNode write(PlanDraft draft) {
        ObjectNode content = Json.object();
        ArrayNode places = content.putArray("places");
        draft.places()
                .forEach(place -> MomentJson.writeSite(places.addObject(), place.site())
                        .put("why", place.reason().name())
                        .put("day", place.day().toString())
                        .put("ask_first", place.askFirst()));
        ArrayNode leftOut = content.putArray("left_out");
        draft.leftOut()
                .forEach(place -> MomentJson.writeSite(leftOut.addObject(), place.site())
                        .put("why", place.why().name())
                        .put("day", place.day().toString()));
        ArrayNode slower = content.putArray("slower");
        draft.slower()
                .forEach(each -> slower.addObject()
                        .put("why", each.why().name())
                        .put("day", each.day().toString()));
        return content;
    }

    static PlanDraft readDraft(JsonNode content) {
        return new PlanDraft(
                all(
                        content.required("places"),
                        each -> new PlannedPlace(
                                MomentJson.readSite(each),
                                PlanReason.valueOf(Json.text(each, "why")),
                                day(each),
                                each.required("ask_first").asBoolean())),
                all(
                        content.required("left_out"),
                        each -> new LeftOutPlace(
                                MomentJson.readSite(each), LeftOutReason.valueOf(Json.text(each, "why")), day(each))),
                all(
                        content.required("slower"),
                        each -> new Slower(SlowerReason.valueOf(Json.text(each, "why")), day(each))));
    }

    static ObjectNode write(PlanChoice choice) {
        ObjectNode content = Json.object();
        ArrayNode turns = content.putArray("turns");
        choice.turns()
                .forEach((site, turn) ->
                        MomentJson.writeSite(turns.addObject(), site).put("turn", turn.name()));
        ArrayNode own = content.putArray("own");
        choice.own().forEach(site -> MomentJson.writeSite(own.addObject(), site));
        choice.minutes().ifPresent(minutes -> content.put("minutes", minutes));
        Json.put(content, "words", choice.words());
        return content;
    }

    static PlanChoice readChoice(JsonNode content) {
        Map<Site, PlanTurn> turns = new HashMap<>();
        content.required("turns")
                .forEach(each -> turns.put(MomentJson.readSite(each), PlanTurn.valueOf(Json.text(each, "turn"))));
        return new PlanChoice(
                turns,
                all(content.required("own"), MomentJson::readSite),
                content.has("minutes")
                        ? OptionalInt.of(content.required("minutes").asInt())
                        : OptionalInt.empty(),
                Json.privateText(content, "words"));
    }

    private static LocalDate day(JsonNode content) {
        return LocalDate.parse(Json.text(content, "day"));
    }

    private static <T> List<T> all(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(read.apply(each)));
        return all;
    }
}
