package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request that says it is larger than any form here can be, before a byte of it is read. */
final class RequestSizeFilter extends OncePerRequestFilter {

    /** Bytes. The largest form is a pain map of 74 regions and a free text of 4,000 characters: under 32 KiB. */
    static final long MOST_BYTES = 256 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean unsized = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        if (unsized || request.getContentLengthLong() > MOST_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
