package org.stillpoint.record.signin;

import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** A locked screen in the hands of a client, for one thing. */
public record HandedScreen(Id<Client> client, HandedTask task) {

    /** What it is for. A constant's name is kept. */
    public enum HandedTask {
        /** They say how it is. */
        CHECK_IN,
        /** They read what they agree to, and sign it or take it back. */
        CONSENT,
        /** They answer the intake. */
        INTAKE,
        /** They answer questionnaires. */
        QUESTIONNAIRE
    }
}
