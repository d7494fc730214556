package org.stillpoint.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.stillpoint.web.WebSettings;

/**
 * One of the cookies of the door. No script reads it, and no other site has it sent.
 *
 * @param name begins with that of the installation
 * @param path where it is shown again
 * @param kept how long the browser keeps it; negative for as long as it runs
 * @param secure whether it is sent by TLS alone, and taken from nobody else (RFC 6265bis, 2024, 4.1.3)
 */
record DoorCookie(String name, String path, Duration kept, boolean secure) {

    private static final Duration WHILE_THE_BROWSER_RUNS = Duration.ofSeconds(-1);

    /** The longest that browsers keep a cookie (RFC 6265bis, 2024, 5.5). */
    private static final Duration LONGEST = Duration.ofDays(400);

    /** Time enough to type a name and a password; own choice, 2026. */
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(10);

    /** What lets in. */
    static DoorCookie ofSignIn(WebSettings settings) {
        return of(settings, "", "/", WHILE_THE_BROWSER_RUNS);
    }

    /** What a form of somebody who has not signed in must carry. */
    static DoorCookie ofForm(WebSettings settings) {
        return of(settings, "-form", "/", WHILE_THE_BROWSER_RUNS);
    }

    /** The page that was asked for before signing in. */
    static DoorCookie ofAskedPage(WebSettings settings) {
        return of(settings, "-asked", "/", TO_SIGN_IN);
    }

    /** By what a browser in which somebody has signed in is known again when they sign in the next time. It lets nobody in. */
    static DoorCookie ofDevice(WebSettings settings) {
        return of(settings, "-device", "/sign-in", LONGEST);
    }

    private static DoorCookie of(WebSettings settings, String what, String path, Duration kept) {
        boolean secure = settings.way().secure();
        String prefix = !secure ? "" : path.equals("/") ? "__Host-" : "__Secure-";
        return new DoorCookie(prefix + settings.cookieName() + what, path, kept, secure);
    }

    /** What the browser shows; blank where it has nothing. */
    String shown(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }

    void give(HttpServletResponse response, String value) {
        set(response, value, kept);
    }

    void take(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String value, Duration maxAge) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .path(path)
                        .maxAge(maxAge)
                        .build()
                        .toString());
    }
}
