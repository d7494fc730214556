package org.stillpoint.web.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.SpokeFirst;
import org.stillpoint.record.session.SpontaneousSign;
import org.stillpoint.record.session.Tap;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;

/**
 * A tap as the page sends it.
 *
 * @param id made by the page
 * @param at ISO 8601 instant, the page's clock set by the server's
 * @param kind which moment
 * @param site a region's code or a muscle's id, for an engaged site and a release
 * @param sign the sign of release, what was observed, the direction of arcing, the sign to stop for, or what was asked after a stop
 * @param value a score 0 to 10, the extent of a release 0 to 1, the number of a step of grounding, or 1 where the answer was yes
 * @param words the client's words, for a memory, an image and an emotion; how, for a position; what stood there, for a step of grounding; the technique, for an
 *     engaged site
 * @param first who spoke first, for a memory, an image and an emotion
 * @param mark the mark to undo
 * @param hand by what the page is known that sends it
 */
public record TapRequest(
        @Nullable String id,
        @Nullable String at,
        @Nullable String kind,
        @Nullable String site,
        @Nullable String sign,
        @Nullable Double value,
        @Nullable String words,
        @Nullable String first,
        @Nullable String mark,
        @Nullable String hand) {

    /**
     * The tap in the record's terms.
     *
     * @throws BadValue if a value is missing or out of its range
     */
    public Tap tap(Places places) {
        Instant tapped = instant(text(at));
        Id<Mark> markId = Id.of(text(id));
        Moment moment = moment(places);
        PrivateText said = moment.mayHaveWords() ? said() : PrivateText.NONE;
        return new Tap(markId, tapped, moment, said.isEmpty() ? Optional.empty() : Optional.of(new ProcessNote(said)));
    }

    /** The device on which it was tapped; empty where that is not told, as by a page from before it was asked. */
    Optional<SessionDevice> device() {
        return handOf(hand);
    }

    /** @param token as a page sends it, or none */
    static Optional<SessionDevice> handOf(@Nullable String token) {
        return token == null || token.isBlank() ? Optional.empty() : Optional.of(SessionDevice.of(token));
    }

    private PrivateText said() {
        String typed = text(words).strip();
        if (typed.length() > Form.MOST_CHARACTERS) {
            throw new BadValue("words", "of " + typed.length() + " characters", "up to " + Form.MOST_CHARACTERS);
        }
        return new PrivateText(typed);
    }

    private Moment moment(Places places) {
        return switch (text(kind)) {
            case "settled" -> new Moment.Settled();
            case "engaged" -> new Moment.SiteEngaged(place(places), said());
            case "asked" -> new Moment.TouchAsked(place(places), number() > 0);
            case "stillpoint" -> new Moment.Stillpoint();
            case "significance" -> new Moment.SignificanceStop();
            case "sign" -> new Moment.SignOfRelease(releaseSign());
            case "memory" -> new Moment.MemorySurfaced(spokeFirst());
            case "image" -> new Moment.ImageAppeared(spokeFirst());
            case "emotion" -> new Moment.EmotionFelt(spokeFirst());
            case "position" -> new Moment.PositionTaken(said());
            case "observed" -> new Moment.Observed(observation());
            case "dialogue" -> new Moment.Dialogue(dialogue(), Optional.empty());
            case "integrated" -> new Moment.Integrated();
            case "grounding-step" -> new Moment.GroundingStep();
            case "felt-release" -> new Moment.ReleaseFelt(place(places), number());
            case "awareness" -> new Moment.Awareness(Score0To10.of("awareness", number()));
            case "distress" -> new Moment.Distress(Score0To10.of("distress", number()));
            case "release" -> new Moment.Release(place(places), number());
            case "pause" -> new Moment.Paused();
            case "resume" -> new Moment.Resumed();
            case "stop" -> new Moment.StopSignal();
            case "grounded" -> new Moment.Grounded(Score0To10.of("distress", number()));
            case "sign-to-stop" -> new Moment.SignNoticed(signToStop());
            case "arced" -> arced(places);
            case "step" -> new Moment.StepTaken(stepNumber(), said());
            case "after-stop" -> new Moment.AskedAfterStop(askedAfterStop(), number() > 0);
            case "undo" -> new Moment.Undone(Id.of(text(mark)));
            default -> throw new BadValue("kind", "of " + text(kind).length() + " characters", "a moment of a session");
        };
    }

    private Site place(Places places) {
        String place = text(site);
        if (places.hasMuscle(place)) {
            return new Site.MuscleSite(new MuscleId(place));
        }
        if (!places.hasRegion(place)) {
            throw new BadValue("site", "of " + place.length() + " characters", "a region or a muscle of the atlas");
        }
        return new Site.RegionSite(new RegionCode(place));
    }

    private DialogueKind dialogue() {
        return Arrays.stream(DialogueKind.values())
                .filter(each -> each.name().equals(sign))
                .findFirst()
                .orElseThrow(() -> new BadValue("dialogue", "unknown", "one of the kinds of talk"));
    }

    private ReleaseSign releaseSign() {
        return Arrays.stream(ReleaseSign.values())
                .filter(each -> each.name().equals(sign))
                .findFirst()
                .orElseThrow(() -> new BadValue("sign of release", "unknown", "one of the signs of release"));
    }

    private SpontaneousSign observation() {
        return Arrays.stream(SpontaneousSign.values())
                .filter(each -> each.name().equals(sign))
                .findFirst()
                .orElseThrow(() -> new BadValue("observation", "unknown", "one of the observations"));
    }

    /** Whether the trace had been opened before is told by the record, not by the page. */
    private Moment.Arced arced(Places places) {
        PainRegion station = places.region(text(site))
                .orElseThrow(() ->
                        new BadValue("station", "of " + text(site).length() + " characters", "a region of the atlas"));
        ArcWay way = Arrays.stream(ArcWay.values())
                .filter(each -> each.name().equals(sign))
                .findFirst()
                .orElseThrow(() -> new BadValue("direction", "unknown", "one of those that are offered"));
        double depth = number();
        if (depth != Math.rint(depth) || Math.abs(depth) > 1) {
            throw new BadValue("depth of a direction", String.valueOf(depth), "-1, 0 or 1");
        }
        return new Moment.Arced(
                new RegionCode(station.code()), station.centre(), way.from((int) depth, station.view()), false);
    }

    private SignToStop signToStop() {
        return Arrays.stream(SignToStop.values())
                .filter(each -> each.name().equals(sign))
                .findFirst()
                .orElseThrow(() -> new BadValue("sign to stop for", "unknown", "one of the signs to stop for"));
    }

    private AfterStop askedAfterStop() {
        return Arrays.stream(AfterStop.values())
                .filter(each -> each.name().equals(sign))
                .findFirst()
                .orElseThrow(() -> new BadValue("question after a stop", "unknown", "one of those that are asked"));
    }

    private int stepNumber() {
        double sent = number();
        if (sent != Math.rint(sent) || Math.abs(sent) > Moment.StepTaken.MOST) {
            throw new BadValue("grounding step", String.valueOf(sent), "1 to " + Moment.StepTaken.MOST);
        }
        return (int) sent;
    }

    /** Nobody where it was not noted, as by a page from before it was asked. */
    private Optional<SpokeFirst> spokeFirst() {
        if (first == null || first.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(SpokeFirst.values())
                .filter(each -> each.name().equals(first))
                .findFirst()
                .orElseThrow(() -> new BadValue("who spoke first", "unknown", "client or therapist")));
    }

    private double number() {
        if (value == null) {
            throw new BadValue("value", "missing", "a number");
        }
        return value;
    }

    /** @throws BadValue if it is none */
    static Instant instant(String sent) {
        try {
            return Instant.parse(sent);
        } catch (DateTimeException notAnInstant) {
            throw new BadValue(
                    "instant of the tap", "of " + sent.length() + " characters", "an ISO 8601 instant", notAnInstant);
        }
    }

    /** What was left out is nothing that could be meant. */
    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
