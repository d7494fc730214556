package org.stillpoint.web.touch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.touch.TouchCheck;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Message;
import org.stillpoint.words.TouchWords;
import tools.jackson.databind.json.JsonMapper;

/** Says where touch is not simply welcome. */
@Component
public final class TouchTold {
    private static final JsonMapper JSON = new JsonMapper();

    private final Places places;

    TouchTold(Places places) {
        this.places = places;
    }

    /** Never first, then where to ask; none where touch is welcome everywhere, or nothing was said. */
    public List<Message> sentences(Optional<TouchMap> map) {
        List<Message> said = new ArrayList<>();
        List<RegionCode> never = at(map, TouchWish.NEVER);
        if (!never.isEmpty()) {
            said.add(new TouchWords.NeverAt(places.names(never)));
        }
        List<RegionCode> ask = at(map, TouchWish.ASK);
        if (!ask.isEmpty()) {
            said.add(new TouchWords.AskAt(places.names(ask)));
        }
        return said;
    }

    private List<RegionCode> at(Optional<TouchMap> map, TouchWish wish) {
        return places.regions().stream()
                .map(PainRegion::code)
                .map(RegionCode::new)
                .filter(code ->
                        map.filter(said -> said.wishes().get(code) == wish).isPresent())
                .toList();
    }

    /** The wish at every site where touch is not simply welcome, as a JSON object by the site's code or id. */
    public String guarded(Optional<TouchMap> map) {
        Map<String, String> guarded = new LinkedHashMap<>();
        map.ifPresent(said -> {
            places.regions()
                    .forEach(region -> guard(
                            guarded,
                            region.code(),
                            TouchCheck.wish(said, new Site.RegionSite(new RegionCode(region.code())))));
            places.muscles()
                    .forEach(muscle -> guard(
                            guarded,
                            muscle.id(),
                            TouchCheck.wish(said, new Site.MuscleSite(new MuscleId(muscle.id())))));
        });
        return JSON.writeValueAsString(guarded);
    }

    private static void guard(Map<String, String> guarded, String id, Optional<TouchWish> wish) {
        wish.filter(said -> said != TouchWish.WELCOME).ifPresent(said -> guarded.put(id, said.name()));
    }
}
