package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;

/**
 * Which try to sign in a request is.
 *
 * @param cookie by which a browser is known again
 */
record SignInTries(DoorCookie cookie) {

    SignInThrottle.SignInTry tryOf(HttpServletRequest request) {
        return new SignInThrottle.SignInTry(
                Objects.requireNonNullElse(request.getParameter("name"), ""),
                request.getRemoteAddr(),
                cookie.shown(request));
    }

    void give(HttpServletResponse response, String device) {
        cookie.give(response, device);
    }
}
