package org.stillpoint.web.pain;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * The body map being drawn.
 *
 * @param head whose
 * @param id the map that saving writes: the one of today, or a new one
 * @param version the version of today's map that the page was made from, or empty for a new map
 * @param latest id of the newest map when the page was made, or empty
 * @param since a line on what the marks are taken from
 * @param form pain by region code, as typed
 * @param front the regions of the front
 * @param back the regions of the back
 * @param view from where most of the marks are seen
 * @param told whether an event was told just now, before it
 */
public record PainPage(
        ClientHead head,
        String id,
        String version,
        String latest,
        Message since,
        Form form,
        List<RegionChoice> front,
        List<RegionChoice> back,
        String view,
        boolean told) {

    /** A region of the map: its code and its name with the side. */
    public record RegionChoice(String code, String name) {}
}
