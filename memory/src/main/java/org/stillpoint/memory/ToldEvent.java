package org.stillpoint.memory;

import java.util.List;
import org.stillpoint.anatomy.RegionCode;

/**
 * A trauma event as a client told it; never anything else.
 *
 * @param id names the event in answers
 * @param mechanism direction of impact, site of surgery or kind of experience, as in {@link Bracing#mechanisms}; empty where not told
 * @param places pain regions that were struck or that braced
 * @param severity how hard it struck, 0 to 10
 * @param intensity how strongly it was felt, 0 to 10
 */
public record ToldEvent(
        String id, TraumaKind kind, String mechanism, List<RegionCode> places, double severity, double intensity) {
    /** Checks ranges and copies the list. */
    public ToldEvent {
        places = List.copyOf(places);
        if (!(severity >= 0 && severity <= 10)) {
            throw new IllegalArgumentException("severity of event " + id + " is " + severity + "; range 0 to 10");
        }
        if (!(intensity >= 0 && intensity <= 10)) {
            throw new IllegalArgumentException("intensity of event " + id + " is " + intensity + "; range 0 to 10");
        }
    }
}
