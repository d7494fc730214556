package org.stillpoint.web.link;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.stillpoint.record.link.Link;
import org.stillpoint.web.WebSettings;

/**
 * By what a browser shows that a link was opened in it. One for each link, shown under its address alone. It is sent with a link that
 * was followed from elsewhere, from a mail for instance (Lax), and with no form of another site.
 */
final class LinkCookie {
    private final String name;
    private final boolean secure;

    LinkCookie(WebSettings settings) {
        secure = settings.way().secure();
        name = (secure ? "__Secure-" : "") + settings.cookieName() + "-link";
    }

    /** SHA-256 of what the browser shows, 64 hexadecimal digits; of nothing where it shows nothing. */
    String hash(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return new Link(cookie == null ? "" : cookie.getValue()).hash();
    }

    /** The link is this browser's. */
    void give(HttpServletResponse response, String path, Link shown, Duration lasts) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, shown.secret())
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path(path)
                        .maxAge(lasts)
                        .build()
                        .toString());
    }
}
