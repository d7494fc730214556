package org.stillpoint.web.checkin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.checkin.PainSaid;
import org.stillpoint.practice.checkin.PainSaid.ShownMap;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.Named;

/**
 * Where it hurts, as a check-in asks it: with the map of last time, which is still so or changes.
 *
 * @param map id of the map that is shown; empty where none is
 * @param version of it
 * @param since its day, in words
 * @param front the places of the front
 * @param back the places of the back
 */
public record AskedPain(String map, String version, String since, List<PlaceAsked> front, List<PlaceAsked> back) {

    /** A place and its name with the side. */
    public record PlaceAsked(String code, String name) {}

    /** @param latest the map that is shown */
    public static AskedPain of(Optional<BodyMap> latest, Places places) {
        return new AskedPain(
                latest.map(shown -> shown.id().toString()).orElse(""),
                latest.map(shown -> String.valueOf(shown.version().number())).orElse(""),
                latest.map(shown -> places.speaker().day(shown.at())).orElse(""),
                asked(PainRegion.View.FRONT, places),
                asked(PainRegion.View.BACK, places));
    }

    private static List<PlaceAsked> asked(PainRegion.View view, Places places) {
        return places.regions(view).stream()
                .map(region -> new PlaceAsked(region.code(), places.name(region)))
                .toList();
    }

    public boolean begins() {
        return !map.isEmpty();
    }

    /** The form before anything was answered: marked as on the map that is shown. */
    public static Form begun(Optional<BodyMap> latest) {
        return Form.empty().with(marks(latest));
    }

    /**
     * The form again, after the pain was marked by somebody since the map was shown: as it is marked now, and to be looked at again.
     *
     * @throws Refused if another rule forbids the check-in
     */
    public static Form lookedAtAgain(
            Form typed, Id<Client> client, Refused.Rule why, Optional<BodyMap> latest, Places places) {
        if (why != Refused.Rule.PAIN_WAS_MARKED_SINCE) {
            throw new Refused(why, client);
        }
        Map<String, List<String>> values = new HashMap<>();
        places.regions().forEach(region -> values.put(region.code(), List.of()));
        values.putAll(marks(latest));
        values.put("where", List.of());
        Form again = typed.with(values);
        again.problems().add("where", new Named(why));
        return again;
    }

    private static Map<String, List<String>> marks(Optional<BodyMap> latest) {
        Map<String, List<String>> values = new HashMap<>();
        latest.ifPresent(map ->
                map.pain().forEach((region, score) -> values.put(region.value(), List.of(Form.typed(score)))));
        return values;
    }

    /** What was said: nothing hurts, still so, or as marked now; empty where nothing was. What is wrong with it is noted in the form. */
    public static Optional<PainSaid> said(Form form, Places places) {
        return switch (form.raw("where")) {
            case "nowhere" -> Optional.of(marked(form, new TreeMap<>()));
            case "still" -> shown(form).map(PainSaid.StillSo::new);
            case "marked" -> {
                SortedMap<RegionCode, Score0To10> pain = pain(form, places);
                if (pain.isEmpty()) {
                    form.problems().add("where", CheckInWords.MARK_OR_NOTHING);
                }
                yield Optional.of(marked(form, pain));
            }
            default -> Optional.empty();
        };
    }

    private static PainSaid marked(Form form, SortedMap<RegionCode, Score0To10> pain) {
        return shown(form)
                .<PainSaid>map(map -> new PainSaid.MarkedNow(map, pain))
                .orElseGet(() -> new PainSaid.MarkedAnew(pain));
    }

    private static Optional<ShownMap> shown(Form form) {
        return form.raw("map").isEmpty()
                ? Optional.empty()
                : Optional.of(new ShownMap(form.id("map"), form.version("mapVersion")));
    }

    /** Pain by region, as typed; what is painless is left out. */
    public static SortedMap<RegionCode, Score0To10> pain(Form form, Places places) {
        SortedMap<RegionCode, Score0To10> pain = new TreeMap<>();
        for (PainRegion region : places.regions()) {
            form.optionalScore(region.code())
                    .filter(score -> score.value() > 0)
                    .ifPresent(score -> pain.put(new RegionCode(region.code()), score));
        }
        return pain;
    }
}
