package org.stillpoint.web.touch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;

/**
 * Where touch is welcome, as it is asked wherever it is asked.
 *
 * @param id of the map that saving makes
 * @param version that was seen, or empty where there was none
 * @param form the wish by region code
 * @param front the regions of the front
 * @param back the regions of the back
 * @param layers what lies on the body, as JSON
 * @param view from where most of it is seen
 */
public record AskedTouch(
        String id,
        String version,
        Form form,
        List<TouchPlace> front,
        List<TouchPlace> back,
        String layers,
        String view) {

    /** A region: its code and its name with the side. */
    public record TouchPlace(String code, String name) {}

    /** As it was said last. */
    public static AskedTouch of(Optional<TouchMap> latest, Places places) {
        Map<String, List<String>> values = new HashMap<>();
        latest.ifPresent(map -> map.typed().forEach((region, wish) -> values.put(region, List.of(wish))));
        return of(latest, Form.of(values), places);
    }

    /** As it was typed, beside what was said last. */
    public static AskedTouch of(Optional<TouchMap> latest, Form form, Places places) {
        BodyLayers layers = new BodyLayers(places).touch(wishes(form, places));
        return new AskedTouch(
                Id.random().toString(),
                latest.map(map -> String.valueOf(map.version().number())).orElse(""),
                form,
                list(PainRegion.View.FRONT, places),
                list(PainRegion.View.BACK, places),
                layers.json(),
                layers.view());
    }

    private static List<TouchPlace> list(PainRegion.View view, Places places) {
        return places.regions(view).stream()
                .map(region -> new TouchPlace(region.code(), places.name(region)))
                .toList();
    }

    public static List<TouchWish> wishes() {
        return List.of(TouchWish.values());
    }

    /** The wishes that were typed. */
    public static Map<RegionCode, TouchWish> wishes(Form form, Places places) {
        Map<RegionCode, TouchWish> wishes = new HashMap<>();
        for (PainRegion region : places.regions()) {
            Arrays.stream(TouchWish.values())
                    .filter(wish -> form.chosen(region.code(), wish.name()))
                    .findFirst()
                    .ifPresent(wish -> wishes.put(new RegionCode(region.code()), wish));
        }
        return wishes;
    }

    /** The version that the page was made from; empty where there was none. */
    public static Optional<Version> seen(Form form) {
        return form.raw("version").isEmpty() ? Optional.empty() : Optional.of(form.version());
    }
}
