package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * By what a browser in which somebody has signed in is known again when they sign in the next time. It lets nobody in.
 *
 * @param name of the cookie
 */
record DeviceCookie(String name) {

    /** The longest that browsers keep a cookie (RFC 6265bis, 2024, 5.5). */
    private static final Duration KEPT = Duration.ofDays(400);

    /** The try to sign in that a request is. */
    SignInThrottle.SignInTry tryOf(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name);
        return new SignInThrottle.SignInTry(
                Objects.requireNonNullElse(request.getParameter("name"), ""),
                request.getRemoteAddr(),
                cookie == null ? "" : cookie.getValue());
    }

    void give(HttpServletResponse response, String device) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, device)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .path("/sign-in")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }
}
