package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a passkey is made or shown, as the browser says it too. A device shows a passkey at the name alone that it was made under, and
 * knows none by an address of digits (WebAuthn Level 3, W3C 2025, 5.1.2).
 *
 * @param name of the host, in lower case
 * @param origin scheme, host and port, as browsers write it
 */
record PasskeyPlace(String name, String origin) {

    private static final Pattern DIGITS = Pattern.compile("[0-9.]+|\\[.*]?|.*:.*");
    private static final String THIS_MACHINE = "localhost";

    /** Where a request came to; its host was looked at by {@link HostFilter}. Empty where there can be no passkey. */
    static Optional<PasskeyPlace> of(HttpServletRequest request) {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        boolean trusted = request.isSecure() || name.equals(THIS_MACHINE);
        return trusted && !DIGITS.matcher(name).matches()
                ? Optional.of(new PasskeyPlace(name, origin(request.getScheme(), name, request.getServerPort())))
                : Optional.empty();
    }

    /** The same page at a name that can have passkeys, for whoever came by this machine's own digits. */
    static Optional<String> instead(HttpServletRequest request) {
        boolean ownDigits = request.getServerName().equals("127.0.0.1") && !request.isSecure();
        return ownDigits
                ? Optional.of(origin(request.getScheme(), THIS_MACHINE, request.getServerPort()))
                : Optional.empty();
    }

    private static String origin(String scheme, String name, int port) {
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + name + (port == usual ? "" : ":" + port);
    }
}
