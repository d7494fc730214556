package org.stillpoint.web.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.client.StoryEntry;
import org.stillpoint.practice.client.ThatDay;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.words.Message;
import org.stillpoint.words.MindBodyWords;
import org.stillpoint.words.Named;
import org.stillpoint.words.PlaceWords;
import org.stillpoint.words.Share;
import org.stillpoint.words.TouchWords;
import tools.jackson.databind.json.JsonMapper;

/** What lies on the body, layer by layer, in the form that the body on the page reads. */
public final class BodyLayers {

    /** One place on one layer; value is 0 to 1; from one entry of a story and until before another, where it is not always so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record LayerValue(
            @Nullable String region,
            @Nullable String muscle,
            double value,
            String label,
            @Nullable Integer from,
            @Nullable Integer until) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Places places;
    private final Map<String, List<LayerValue>> layers = new LinkedHashMap<>();
    private @Nullable Integer from;
    private @Nullable Integer until;

    public BodyLayers(Places places) {
        this.places = places;
    }

    /** What is so at one point of a story. */
    public static BodyLayers of(ThatDay day, Places places) {
        BodyLayers layers = new BodyLayers(places).told(day.told()).sessions(day.sessions());
        day.map().ifPresent(layers::pain);
        return layers;
    }

    /**
     * What is so at every point of a story, each place with the entry from which and the one until before which it is: at entry n lies what {@link
     * #of} says of the first n + 1 entries.
     */
    public static BodyLayers throughout(List<StoryEntry> entries, Places places) {
        BodyLayers layers = new BodyLayers(places);
        for (int i = 0; i < entries.size(); i++) {
            layers.from = i;
            layers.until = null;
            switch (entries.get(i)) {
                case StoryEntry.OfEvent(var at, TraumaEvent event) -> layers.told(List.of(event));
                case StoryEntry.OfSession(int number, Session session) -> layers.sessions(List.of(session));
                case StoryEntry.OfMap(BodyMap map) -> {
                    layers.until = nextMap(entries, i);
                    layers.pain(map);
                }
                case StoryEntry.OfCheckIn said -> {
                    // lies on no place of the body
                }
            }
        }
        return layers;
    }

    private static @Nullable Integer nextMap(List<StoryEntry> entries, int after) {
        for (int i = after + 1; i < entries.size(); i++) {
            if (entries.get(i) instanceof StoryEntry.OfMap) {
                return i;
            }
        }
        return null;
    }

    /** How clearly a told place shows where it is not known how hard it struck: as while it is being told; own choice, 2026. */
    private static final double TOLD = 0.8;

    public BodyLayers told(List<TraumaEvent> events) {
        for (TraumaEvent event : events) {
            for (RegionCode place : event.told().places()) {
                region(
                        "told",
                        place,
                        event.told().severity().map(BodyLayers::share).orElse(TOLD),
                        new Named(event.told().kind()));
            }
        }
        return this;
    }

    public BodyLayers pain(BodyMap map) {
        map.pain().forEach((place, score) -> {
            if (score.value() > 0) {
                region("pain", place, share(score), felt(map, place, score));
            }
        });
        return this;
    }

    /** What a client marked by region, on the levels of a finding. */
    public BodyLayers marked(Map<RegionCode, Integer> levels) {
        levels.forEach(
                (place, level) -> region("pain", place, level / (double) Grade.MOST, MindBodyWords.CLIENT_LABEL));
        return this;
    }

    /** What hands found by region, on the levels of a finding. */
    public BodyLayers hands(Map<RegionCode, Integer> levels) {
        levels.forEach(
                (place, level) -> region("found", place, level / (double) Grade.MOST, MindBodyWords.HANDS_LABEL));
        return this;
    }

    private static Message felt(BodyMap map, RegionCode place, Score0To10 score) {
        PainQuality quality = map.quality().get(place);
        return quality == null ? new PlaceWords.Pain(score) : new PlaceWords.PainFelt(score, new Named(quality));
    }

    /** How strongly a place shows where a client wants to be asked, beside one where touch is never welcome; own choice, 2026. */
    private static final double ASKED = 0.5;

    /** Where touch is not simply welcome. */
    public BodyLayers touch(TouchMap map) {
        return touch(map.wishes());
    }

    /** The same of what is being said. */
    public BodyLayers touch(Map<RegionCode, TouchWish> wishes) {
        wishes.forEach((place, wish) -> {
            switch (wish) {
                case NEVER -> region("guarded", place, 1, TouchWords.MARKED_NEVER);
                case ASK -> region("guarded", place, ASKED, TouchWords.MARKED_ASK);
                case WELCOME -> {
                    // as nothing lies there
                }
            }
        });
        return this;
    }

    /** Where hands have been, and what let go there. */
    public BodyLayers sessions(List<? extends Session> sessions) {
        for (Session session : sessions) {
            for (Mark mark : session.standingMarks()) {
                switch (mark.moment()) {
                    case Moment.SiteEngaged(Site site, var technique) -> site("found", site, 1, PlaceWords.ENGAGED);
                    case Moment.Release(Site site, double extent) ->
                        site("released", site, extent, new PlaceWords.Released(new Share(extent)));
                    default -> {
                        // the other moments have no place on the body
                    }
                }
            }
        }
        return this;
    }

    /** A muscle on a layer. */
    public BodyLayers muscle(String layer, String muscle, double value, Message label) {
        if (places.hasMuscle(muscle)) {
            entries(layer)
                    .add(new LayerValue(null, muscle, value, places.speaker().say(label), from, until));
        }
        return this;
    }

    /** Everything as JSON: an object of layers, each a list of places. */
    public String json() {
        return JSON.writeValueAsString(layers);
    }

    /** From where most of it is seen: {@code front} or {@code back}. */
    public String view() {
        long back = layers.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.region() != null && places.isBack(entry.region()))
                .count();
        long all = layers.values().stream().mapToLong(List::size).sum();
        return 2 * back > all ? "back" : "front";
    }

    private void site(String layer, Site site, double value, Message label) {
        switch (site) {
            case Site.MuscleSite(MuscleId id) -> muscle(layer, id.value(), value, label);
            case Site.RegionSite(RegionCode code) -> region(layer, code, value, label);
        }
    }

    private void region(String layer, RegionCode place, double value, Message label) {
        if (places.hasRegion(place.value())) {
            entries(layer)
                    .add(new LayerValue(
                            place.value(), null, value, places.speaker().say(label), from, until));
        }
    }

    private List<LayerValue> entries(String layer) {
        return layers.computeIfAbsent(layer, name -> new ArrayList<>());
    }

    private static double share(Score0To10 score) {
        return score.value() / Score0To10.MOST;
    }
}
