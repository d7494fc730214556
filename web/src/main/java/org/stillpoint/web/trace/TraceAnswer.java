package org.stillpoint.web.trace;

import java.util.List;

/**
 * What the trace says.
 *
 * @param sentence in one plain sentence
 * @param places places worth feeling, the one that accounts for most pain first
 * @param unexplained share of the pain that no place accounts for, 0 to 1
 * @param unknownFirst whether "unknown" accounts for more than any place
 * @param next where a palpating hand would tell most
 * @param layers the traced places on the body, as JSON
 */
public record TraceAnswer(
        String sentence,
        List<PlaceRow> places,
        double unexplained,
        boolean unknownFirst,
        List<NextRow> next,
        String layers) {

    /**
     * A place worth feeling.
     *
     * @param name its first muscle, or all where they are few
     * @param others the further muscles that cannot be told apart from it
     * @param apart how well they can be told apart, in words
     * @param share of the pain that it accounts for, 0 to 1
     * @param touchedBy the told events that touched it
     * @param ids the muscles' ids, blank-separated
     */
    public record PlaceRow(
            String name, List<String> others, String apart, double share, List<String> touchedBy, String ids) {}

    /**
     * A place to feel next.
     *
     * @param touchedBy the told events that touched it
     * @param id the muscle's id
     */
    public record NextRow(String name, List<String> touchedBy, String id) {}
}
