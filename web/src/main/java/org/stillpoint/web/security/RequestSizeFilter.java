package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that says it is larger than any form here can be, before a byte of it is read. Who sent a file that is too large is
 * led back to the page that it was sent from, which says so.
 */
public final class RequestSizeFilter extends OncePerRequestFilter {

    /** Bytes. The largest form is a pain map of 74 regions and a free text of 4,000 characters: under 32 KiB. */
    static final long MOST_BYTES = 256 * 1024;

    /** The parameter by which the page of a file learns that it was too large. */
    public static final String TOO_LARGE = "tooLarge";

    private static final Pattern PAGE_OF_A_FILE =
            Pattern.compile("/clients/[0-9a-f-]{36}/(import|fhir)|/account/calendar/elsewhere");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean unsized = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        if (unsized || request.getContentLengthLong() > MOST_BYTES) {
            String page = request.getRequestURI();
            if (PAGE_OF_A_FILE.matcher(page).matches()) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", page + "?" + TOO_LARGE);
            } else {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
            return;
        }
        chain.doFilter(request, response);
    }
}
