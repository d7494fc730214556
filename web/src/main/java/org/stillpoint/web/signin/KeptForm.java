package org.stillpoint.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.stillpoint.web.security.OwnFactor;

/**
 * A form that nobody could be let do any more when it was sent: the sign-in had run out, or its page had been open for too long. The
 * page that says so carries all that was typed, so that it is not typed twice; nothing of it is held here meanwhile.
 *
 * @param to where it was to go, within this practice
 * @param fields in the order in which they were sent, without the token against forged requests
 */
public record KeptForm(String to, List<SentField> fields) {

    /** One field as it was sent. */
    public record SentField(String name, String value) {}

    /** The hidden field that carries {@link #to}. */
    public static final String TO = "kept-to";

    /** Before the name of each field that is carried, for the page has fields of its own. */
    public static final String MARK = "kept.";

    /** The way in and out: nothing of it is ever carried. */
    private static final Set<String> DOOR = Set.of("/sign-in", "/sign-in/passkey", "/sign-out", "/first-start");

    /** Where passwords are sent. */
    private static final String OWN_ACCOUNT = "/account/";

    public KeptForm {
        fields = List.copyOf(fields);
    }

    /**
     * What a refused request was to do, without how somebody showed who they are, where it came from a page of this practice; a form that another site sends is never carried, or
     * it would be done in the name of whoever signs in next.
     *
     * @param tokenName name of the field with the token against forged requests
     */
    static Optional<KeptForm> refused(HttpServletRequest request, String tokenName) {
        String type = request.getContentType();
        if (!request.getMethod().equals("POST")
                || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || !mayBeCarried(request.getRequestURI())) {
            return Optional.empty();
        }
        return Optional.of(new KeptForm(
                request.getRequestURI(),
                request.getParameterMap().entrySet().stream()
                        .filter(field ->
                                !field.getKey().equals(tokenName) && !OwnFactor.FIELDS.contains(field.getKey()))
                        .flatMap(
                                field -> Stream.of(field.getValue()).map(value -> new SentField(field.getKey(), value)))
                        .toList()));
    }

    /** What the sign-in page carried; its own token has been checked. */
    static Optional<KeptForm> carried(HttpServletRequest request) {
        String to = request.getParameter(TO);
        if (to == null || !mayBeCarried(to)) {
            return Optional.empty();
        }
        return Optional.of(new KeptForm(
                to,
                request.getParameterMap().entrySet().stream()
                        .filter(field -> field.getKey().startsWith(MARK))
                        .flatMap(field -> Stream.of(field.getValue())
                                .map(value -> new SentField(field.getKey().substring(MARK.length()), value)))
                        .toList()));
    }

    /** Forms of one's own account hold passwords. */
    private static boolean mayBeCarried(String path) {
        return within(path) && !path.startsWith(OWN_ACCOUNT);
    }

    /** Whether a path leads nowhere but into this practice, and not to the door itself. */
    static boolean within(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0 && !DOOR.contains(path);
    }
}
