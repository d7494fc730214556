package org.stillpoint.store;

import java.util.Optional;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.Heading;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.SpokeFirst;
import org.stillpoint.record.session.SpontaneousSign;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a moment of a session is written and read. The names are kept for ever: rows of every age hold them. */
final class MomentJson {
    private MomentJson() {}

    static ObjectNode write(Moment moment) {
        return switch (moment) {
            case Moment.Settled() -> kind("settled");
            case Moment.SiteEngaged engaged -> {
                ObjectNode content = writeSite(kind("site_engaged"), engaged.site());
                Json.put(content, "technique", engaged.technique());
                yield content;
            }
            case Moment.Stillpoint() -> kind("stillpoint");
            case Moment.SignificanceStop() -> kind("significance_stop");
            case Moment.SignOfRelease(ReleaseSign sign) ->
                kind("sign_of_release").put("sign", sign.name());
            case Moment.MemorySurfaced(var first) -> first(kind("memory_surfaced"), first);
            case Moment.ImageAppeared(var first) -> first(kind("image_appeared"), first);
            case Moment.EmotionFelt(var first) -> first(kind("emotion_felt"), first);
            case Moment.PositionTaken(var how) -> {
                ObjectNode content = kind("position_taken");
                Json.put(content, "how", how);
                yield content;
            }
            case Moment.Observed(SpontaneousSign what) -> kind("observed").put("what", what.name());
            case Moment.Dialogue(DialogueKind what, var by) -> {
                ObjectNode content = kind("dialogue").put("what", what.name());
                by.ifPresent(account -> content.put("by", account.toString()));
                yield content;
            }
            case Moment.Integrated() -> kind("integrated");
            case Moment.GroundingStep() -> kind("grounding_step");
            case Moment.ReleaseFelt felt ->
                writeSite(kind("release_felt"), felt.site()).put("extent", felt.extent());
            case Moment.Awareness awareness ->
                kind("awareness").put("score", awareness.score().value());
            case Moment.Distress distress ->
                kind("distress").put("score", distress.score().value());
            case Moment.Release release ->
                writeSite(kind("release"), release.site()).put("extent", release.extent());
            case Moment.Paused() -> kind("paused");
            case Moment.Resumed() -> kind("resumed");
            case Moment.StopSignal() -> kind("stop_signal");
            case Moment.ConsentEnded() -> kind("consent_ended");
            case Moment.TouchAsked(Site site, boolean yes) ->
                writeSite(kind("touch_asked"), site).put("yes", yes);
            case Moment.Grounded grounded ->
                kind("grounded").put("distress", grounded.distress().value());
            case Moment.SignNoticed(SignToStop sign) -> kind("sign_noticed").put("sign", sign.name());
            case Moment.StepTaken(int number, var sentence) -> {
                ObjectNode content = kind("step_taken").put("number", number);
                Json.put(content, "sentence", sentence);
                yield content;
            }
            case Moment.AskedAfterStop(AfterStop what, boolean yes) ->
                kind("asked_after_stop").put("what", what.name()).put("yes", yes);
            case Moment.Arced(RegionCode station, Point from, Heading towards, boolean traceSeen) -> {
                ObjectNode content =
                        kind("arced").put("station", station.value()).put("trace_seen", traceSeen);
                content.putArray("from").add(from.x()).add(from.y()).add(from.z());
                content.putArray("towards").add(towards.x()).add(towards.y()).add(towards.z());
                yield content;
            }
            case Moment.HelpCalled() -> kind("help_called");
            case Moment.HandTaken(SessionDevice hand) -> kind("hand_taken").put("hand", hand.hash());
            case Moment.Annotated annotated ->
                kind("annotated")
                        .put("mark", annotated.mark().toString())
                        .put("words", annotated.words().value());
            case Moment.AfterSigning(Moment tapped) -> {
                ObjectNode content = kind("after_signing");
                content.set("tapped", write(tapped));
                yield content;
            }
            case Moment.Undone undone ->
                kind("undone").put("mark", undone.mark().toString());
            case Moment.Amended amended -> {
                ObjectNode content = kind("amended").put("mark", amended.mark().toString());
                amended.meant().ifPresent(meant -> content.set("meant", write(meant)));
                yield content;
            }
        };
    }

    static Moment read(JsonNode content) {
        String kind = Json.text(content, "kind");
        return switch (kind) {
            case "settled" -> new Moment.Settled();
            case "site_engaged" -> new Moment.SiteEngaged(readSite(content), Json.privateText(content, "technique"));
            case "stillpoint" -> new Moment.Stillpoint();
            case "significance_stop" -> new Moment.SignificanceStop();
            case "sign_of_release" -> new Moment.SignOfRelease(ReleaseSign.valueOf(Json.text(content, "sign")));
            case "memory_surfaced" -> new Moment.MemorySurfaced(first(content));
            case "image_appeared" -> new Moment.ImageAppeared(first(content));
            case "emotion_felt" -> new Moment.EmotionFelt(first(content));
            case "position_taken" -> new Moment.PositionTaken(Json.privateText(content, "how"));
            case "observed" -> new Moment.Observed(SpontaneousSign.valueOf(Json.text(content, "what")));
            case "dialogue" ->
                new Moment.Dialogue(
                        DialogueKind.valueOf(Json.text(content, "what")),
                        content.has("by") ? Optional.of(Id.of(Json.text(content, "by"))) : Optional.empty());
            case "integrated" -> new Moment.Integrated();
            case "grounding_step" -> new Moment.GroundingStep();
            case "release_felt" ->
                new Moment.ReleaseFelt(
                        readSite(content), content.required("extent").asDouble());
            case "awareness" -> new Moment.Awareness(Json.score(content, "score"));
            case "distress" -> new Moment.Distress(Json.score(content, "score"));
            case "release" ->
                new Moment.Release(readSite(content), content.required("extent").asDouble());
            case "paused" -> new Moment.Paused();
            case "resumed" -> new Moment.Resumed();
            case "stop_signal" -> new Moment.StopSignal();
            case "consent_ended" -> new Moment.ConsentEnded();
            case "touch_asked" ->
                new Moment.TouchAsked(readSite(content), content.required("yes").asBoolean());
            case "grounded" -> new Moment.Grounded(Json.score(content, "distress"));
            case "sign_noticed" -> new Moment.SignNoticed(SignToStop.valueOf(Json.text(content, "sign")));
            case "step_taken" ->
                new Moment.StepTaken(content.required("number").asInt(), Json.privateText(content, "sentence"));
            case "asked_after_stop" ->
                new Moment.AskedAfterStop(
                        AfterStop.valueOf(Json.text(content, "what")),
                        content.required("yes").asBoolean());
            case "arced" -> {
                JsonNode from = content.required("from");
                JsonNode towards = content.required("towards");
                yield new Moment.Arced(
                        new RegionCode(Json.text(content, "station")),
                        new Point(
                                from.get(0).asDouble(),
                                from.get(1).asDouble(),
                                from.get(2).asDouble()),
                        new Heading(
                                towards.get(0).asDouble(),
                                towards.get(1).asDouble(),
                                towards.get(2).asDouble()),
                        content.required("trace_seen").asBoolean());
            }
            case "help_called" -> new Moment.HelpCalled();
            case "hand_taken" -> new Moment.HandTaken(new SessionDevice(Json.text(content, "hand")));
            case "annotated" ->
                new Moment.Annotated(Id.of(Json.text(content, "mark")), Json.privateText(content, "words"));
            case "after_signing" -> new Moment.AfterSigning(read(content.required("tapped")));
            case "undone" -> new Moment.Undone(Id.of(Json.text(content, "mark")));
            case "amended" ->
                new Moment.Amended(
                        Id.of(Json.text(content, "mark")),
                        content.has("meant") ? Optional.of(read(content.required("meant"))) : Optional.empty());
            default -> throw new IllegalStateException("a mark of a kind this program does not know: " + kind);
        };
    }

    private static ObjectNode first(ObjectNode content, Optional<SpokeFirst> first) {
        first.ifPresent(who -> content.put("first", who.name()));
        return content;
    }

    private static Optional<SpokeFirst> first(JsonNode content) {
        return content.has("first") ? Optional.of(SpokeFirst.valueOf(Json.text(content, "first"))) : Optional.empty();
    }

    private static ObjectNode kind(String name) {
        return Json.object().put("kind", name);
    }

    static ObjectNode writeSite(ObjectNode content, Site site) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) -> content.put("muscle", id.value());
            case Site.RegionSite(RegionCode code) -> content.put("region", code.value());
        };
    }

    static Site readSite(JsonNode content) {
        return content.has("muscle")
                ? new Site.MuscleSite(new MuscleId(Json.text(content, "muscle")))
                : new Site.RegionSite(new RegionCode(Json.text(content, "region")));
    }
}
