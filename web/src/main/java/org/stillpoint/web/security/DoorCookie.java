package org.stillpoint.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * One of the cookies of the door. No script reads it, and no other site has it sent.
 *
 * @param name begins with that of the installation
 * @param path where it is shown again
 * @param kept how long the browser keeps it; negative for as long as it runs
 */
record DoorCookie(String name, String path, Duration kept) {

    private static final Duration WHILE_THE_BROWSER_RUNS = Duration.ofSeconds(-1);

    /** The longest that browsers keep a cookie (RFC 6265bis, 2024, 5.5). */
    private static final Duration LONGEST = Duration.ofDays(400);

    /** Time enough to type a name and a password; own choice, 2026. */
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(10);

    /** What lets in. */
    static DoorCookie ofSignIn(String installation) {
        return new DoorCookie(installation, "/", WHILE_THE_BROWSER_RUNS);
    }

    /** What a form of somebody who has not signed in must carry. */
    static DoorCookie ofForm(String installation) {
        return new DoorCookie(installation + "-form", "/", WHILE_THE_BROWSER_RUNS);
    }

    /** The page that was asked for before signing in. */
    static DoorCookie ofAskedPage(String installation) {
        return new DoorCookie(installation + "-asked", "/", TO_SIGN_IN);
    }

    /** By what a browser in which somebody has signed in is known again when they sign in the next time. It lets nobody in. */
    static DoorCookie ofDevice(String installation) {
        return new DoorCookie(installation + "-device", "/sign-in", LONGEST);
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
                        .sameSite("Strict")
                        .path(path)
                        .maxAge(maxAge)
                        .build()
                        .toString());
    }
}
