package org.stillpoint.web.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param supervises whether whoever is signed in sees the cases handed to them and no more
 * @param lockAfter seconds without use after which the page is covered
 * @param demo whether this is the demo practice
 * @param theme {@code light}, {@code dark}, or empty to follow the device
 * @param path the address that was asked for
 * @param handedPage what a client who holds the practice's device came for; empty where it was not handed over
 * @param running asks for the reader's session that goes on
 * @param speaker says the page's messages, numbers and dates
 */
public record Frame(
        String nonce,
        String csrfName,
        String csrfToken,
        @Nullable String signedInAs,
        boolean isOwner,
        boolean atDesk,
        boolean supervises,
        long lockAfter,
        boolean demo,
        String theme,
        String path,
        Optional<String> handedPage,
        Supplier<Optional<RunningSession>> running,
        Speaker speaker) {

    /** Where the library that draws in three dimensions is fetched from. */
    public static final String DRAWING = "/webjars/three/0.181.1/build/three.module.min.js";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LINK = Pattern.compile("/link/[^/]+");

    /** Where the frame leads whoever is signed in. */
    public List<Room> rooms() {
        if (supervises) {
            return List.of(Room.CASES, Room.LIBRARY);
        }
        return atDesk
                ? List.of(Room.TODAY, Room.CLIENTS, Room.LIBRARY)
                : List.of(Room.TODAY, Room.CLIENTS, Room.PRACTICE, Room.LIBRARY);
    }

    /** Where a client goes on who has no account: with what they were handed the device for, or by their link; empty for anybody else. */
    public Optional<String> clientPage() {
        Matcher link = LINK.matcher(path);
        return handedPage.or(() -> link.lookingAt() ? Optional.of(link.group()) : Optional.empty());
    }

    /** What a link says of itself by {@code aria-current}: whether it is this page, or this page lies in its room; or null. */
    public @Nullable String here(Room room) {
        return current(Room.of(path).filter(room::equals).isPresent(), room.address());
    }

    /** The same for a part of a client's record. */
    public @Nullable String here(ClientPart part, ClientHead head) {
        return current(ClientPart.of(path).filter(part::equals).isPresent(), part.address(head));
    }

    /** The same for a page. */
    public @Nullable String here(String address) {
        return current(path.startsWith(address + "/"), address);
    }

    private @Nullable String current(boolean within, String address) {
        if (path.equals(address)) {
            return "page";
        }
        return within ? "true" : null;
    }

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
