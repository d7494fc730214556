package org.stillpoint.web.client;

import org.stillpoint.record.history.Provenance;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * An event that can be read only: a session has started since it was told.
 *
 * @param head whose
 * @param id the event
 * @param version its version
 * @param kind what struck
 * @param when when
 * @param places where on the body
 * @param mechanism how, in the client's words
 * @param coded the nearest of the ways of which it is known what braces, or empty
 * @param force from where the force came, or empty
 * @param posture how they stood, sat or lay, or empty
 * @param severity how hard, 0 to 10, or that it is not known
 * @param intensity how strongly felt, 0 to 10, or that it is not known
 * @param felt what was felt, in the client's words
 * @param provenance how it is known
 * @param corroborable whether it surfaced in a session and has not been corroborated yet
 */
public record LockedEventPage(
        ClientHead head,
        String id,
        String version,
        Message kind,
        String when,
        String places,
        String mechanism,
        String coded,
        String force,
        String posture,
        Message severity,
        Message intensity,
        String felt,
        Provenance provenance,
        boolean corroborable) {}
