package org.stillpoint.web.trace;

import java.util.List;
import org.stillpoint.words.Message;

/**
 * The sites that a session offers before any other.
 *
 * @param sites in the order in which they are offered
 * @param leftOut how many are not among them, for touch is never welcome there
 * @param layers what was told, traced and found, on the body, as JSON
 */
public record OfferedSites(List<OfferedSite> sites, int leftOut, String layers) {

    /**
     * A site.
     *
     * @param id of the muscle
     * @param name what a therapist calls it
     * @param why it is offered: its share of the pain, or what a hand found there
     */
    public record OfferedSite(String id, String name, Message why) {}
}
