package org.stillpoint.web.client;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/**
 * Adding a client.
 *
 * @param id made before the form is filled in, so that sending it twice adds one client
 * @param form what was typed
 * @param namesakes those of this name who are here already; empty where nobody is, or nobody has asked yet
 */
public record NewClientPage(String id, Form form, List<Namesake> namesakes) {

    /** Before anything was typed, or where something is wrong with it. */
    public NewClientPage(String id, Form form) {
        this(id, form, List.of());
    }

    /**
     * Somebody of this name.
     *
     * @param year year of birth, where it was told
     * @param seen when they were last seen or heard of, as a person reads it
     */
    public record Namesake(ClientHead head, String year, String seen) {}
}
