package org.stillpoint.practice.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.practice.touch.TouchCheck;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.plan.LeftOutPlace;
import org.stillpoint.record.plan.LeftOutReason;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;

/** From facts to a plan. Of a place the first reason counts, by their stated order; from the same facts the same plan follows. */
final class PlanRules {

    /** Own choice, 2026: more places than a session of half an hour has room for. */
    static final int MOST_PLACES = 8;

    private PlanRules() {}

    static PlanDraft draft(PlanFacts facts) {
        Map<Site, PlannedPlace> named = new LinkedHashMap<>();
        PlaceRules.IN_ORDER.stream()
                .flatMap(rule -> rule.apply(facts))
                .forEach(place -> named.putIfAbsent(place.site(), place));
        List<PlannedPlace> places = new ArrayList<>();
        List<LeftOutPlace> leftOut = new ArrayList<>();
        for (PlannedPlace place : named.values()) {
            leftOut(facts, place.site())
                    .ifPresentOrElse(
                            leftOut::add,
                            () -> places.add(new PlannedPlace(
                                    place.site(), place.reason(), place.day(), asks(facts, place.site()))));
        }
        List<Slower> slower = SlowerRules.IN_ORDER.stream()
                .flatMap(rule -> rule.apply(facts).stream())
                .toList();
        return new PlanDraft(places.stream().limit(MOST_PLACES).toList(), leftOut, slower);
    }

    /** Why hands do not come to a place today. */
    static Optional<LeftOutPlace> leftOut(PlanFacts facts, Site site) {
        Optional<LocalDate> never = neverSince(facts, site);
        if (never.isPresent()) {
            return never.map(day -> new LeftOutPlace(site, LeftOutReason.NEVER_WELCOME, day));
        }
        return SensitiveArea.of(site)
                .filter(area -> !facts.signed().contains(area))
                .map(area -> new LeftOutPlace(site, LeftOutReason.NOT_SIGNED, facts.today()));
    }

    /** The day from which on it was said each time that touch is never welcome there. */
    private static Optional<LocalDate> neverSince(PlanFacts facts, Site site) {
        Optional<LocalDate> since = Optional.empty();
        for (TouchMap map : facts.touch().reversed()) {
            if (!TouchCheck.wish(map, site).equals(Optional.of(TouchWish.NEVER))) {
                break;
            }
            since = Optional.of(facts.day(map.at()));
        }
        return since;
    }

    private static boolean asks(PlanFacts facts, Site site) {
        return !facts.touch().isEmpty()
                && TouchCheck.wish(facts.touch().getLast(), site).equals(Optional.of(TouchWish.ASK));
    }
}
