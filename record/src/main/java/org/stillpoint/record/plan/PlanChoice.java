package org.stillpoint.record.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.session.Site;

/**
 * What a therapist chooses beside a plan.
 *
 * @param turns of planned places that are not taken as planned
 * @param own places of their own, in the order in which they were added
 * @param minutes a length of their own; empty where it is as planned
 * @param words their own; may be empty
 */
public record PlanChoice(Map<Site, PlanTurn> turns, List<Site> own, OptionalInt minutes, PrivateText words) {

    /** Own choice, 2026: more places than hands come to in a session. */
    public static final int MOST_PLACES = 20;

    /** Own choice, 2026: longer than any appointment. */
    public static final int MOST_MINUTES = 120;

    public static final PlanChoice NONE = new PlanChoice(Map.of(), List.of(), OptionalInt.empty(), PrivateText.NONE);

    /** @throws BadValue if there are too many places, or the length is none */
    public PlanChoice {
        Map<Site, PlanTurn> others = new HashMap<>(turns);
        others.values().removeIf(turn -> turn == PlanTurn.AS_PLANNED);
        turns = Map.copyOf(others);
        own = own.stream().distinct().toList();
        if (turns.size() > MOST_PLACES || own.size() > MOST_PLACES) {
            throw new BadValue("places", String.valueOf(Math.max(turns.size(), own.size())), "up to " + MOST_PLACES);
        }
        if (minutes.isPresent() && (minutes.getAsInt() < 1 || minutes.getAsInt() > MOST_MINUTES)) {
            throw new BadValue("minutes", String.valueOf(minutes.getAsInt()), "1 to " + MOST_MINUTES);
        }
    }

    public PlanTurn turn(Site site) {
        return turns.getOrDefault(site, PlanTurn.AS_PLANNED);
    }
}
