package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** The page that somebody asked for before they signed in, kept by their browser; nothing is held here. */
final class AskedPage implements RequestCache {

    /** A page of this practice, and nothing that leads out of it; the browser may show anything. */
    private static final Pattern PAGE = Pattern.compile("/|/[a-z][a-z0-9/-]{0,198}");

    private final DoorCookie cookie;

    AskedPage(DoorCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String accepts = request.getHeader("Accept");
        boolean page = accepts == null || accepts.contains("text/html") || accepts.contains("*/*");
        if (request.getMethod().equals("GET")
                && page
                && PAGE.matcher(request.getRequestURI()).matches()) {
            cookie.give(response, request.getRequestURI());
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        String asked = cookie.shown(request);
        return PAGE.matcher(asked).matches() ? new SimpleSavedRequest(asked) : null;
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null; // a page is asked for once more, and nothing of the first request is needed for it
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!cookie.shown(request).isEmpty()) {
            cookie.take(response);
        }
    }
}
