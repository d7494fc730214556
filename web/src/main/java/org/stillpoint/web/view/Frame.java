package org.stillpoint.web.view;

import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.words.Label;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every page needs around its own content.
 *
 * @param nonce this answer's nonce, for the one inline element there is: the import map
 * @param csrfName the form field that carries the token against forged requests
 * @param csrfToken that token
 * @param signedInAs the sign-in name, or null when nobody is signed in
 * @param isOwner whether whoever is signed in runs the practice
 * @param atDesk whether whoever is signed in sees who comes and no more
 * @param lockAfter seconds without use after which the page is covered
 * @param demo whether this is the demo practice
 * @param theme {@code light}, {@code dark}, or empty to follow the device
 * @param speaker says the page's messages, numbers and dates
 */
public record Frame(
        String nonce,
        String csrfName,
        String csrfToken,
        @Nullable String signedInAs,
        boolean isOwner,
        boolean atDesk,
        long lockAfter,
        boolean demo,
        String theme,
        Speaker speaker) {

    private static final JsonMapper JSON = new JsonMapper();

    public String say(Message message) {
        return speaker.say(message);
    }

    /** What the scripts of the page or of a part of it say, as JSON: texts of a message file by their keys. */
    public String texts(Class<? extends Label> group) {
        return JSON.writeValueAsString(speaker.texts(group));
    }

    /** A new key for a form: sending the form twice does once what it asks for. */
    public String key() {
        return Id.random().toString();
    }
}
