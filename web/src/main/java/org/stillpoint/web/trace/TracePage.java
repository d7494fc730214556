package org.stillpoint.web.trace;

import java.util.List;
import org.stillpoint.web.view.ClientHead;

/**
 * The page that asks for a trace.
 *
 * @param head whose
 * @param layers what lies on the body before the answer, as JSON
 * @param view from where the body is seen
 * @param mapOf when the pain was marked, in words; empty where it has not been
 * @param muscles all that can be felt, by name
 * @param joints those that a hand can move
 */
public record TracePage(
        ClientHead head,
        String layers,
        String view,
        String mapOf,
        List<PlaceChoice> muscles,
        List<PlaceChoice> joints) {

    /** A muscle or joint to choose. */
    public record PlaceChoice(String id, String name) {}
}
