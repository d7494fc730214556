package org.stillpoint.record.history;

import java.util.HashSet;
import java.util.List;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.RegionCode;
import org.stillpoint.record.Score0To10;

/**
 * What the client tells of an event.
 *
 * @param places pain regions that were struck or that braced, in the order told, none twice; may be empty
 * @param mechanism how it happened and in which direction the force came; may be empty
 * @param severity how hard it struck
 * @param emotionalIntensity how strongly it was felt
 * @param felt what was felt, in the client's words; may be empty
 */
public record Told(
        EventKind kind,
        EventDate when,
        List<RegionCode> places,
        PrivateText mechanism,
        Score0To10 severity,
        Score0To10 emotionalIntensity,
        PrivateText felt) {

    public Told {
        places = List.copyOf(places);
        if (new HashSet<>(places).size() < places.size()) {
            throw new BadValue("places", "of " + places.size() + " regions", "each region once");
        }
    }
}
