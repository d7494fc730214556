package org.stillpoint.web.trace;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.PlaceSearch.PlaceFound;

/**
 * The page that asks for a trace.
 *
 * @param head whose
 * @param layers what lies on the body before the answer, as JSON
 * @param view from where the body is seen
 * @param mapOf when the pain was marked, in words; empty where it has not been
 * @param open told events of which it is not known how hard they struck
 * @param saved whether the map has just been saved
 * @param session where the session goes on, or starts
 * @param typed what a muscle was searched by, or empty
 * @param found the muscles that were found by it
 */
public record TracePage(
        ClientHead head,
        String layers,
        String view,
        String mapOf,
        int open,
        boolean saved,
        String session,
        String typed,
        List<PlaceFound> found) {

    /** A joint to choose. */
    public record PlaceChoice(String id, String name) {}
}
