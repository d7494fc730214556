package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stillpoint.record.Unavailable;

/** Looks who sends a request, before anything is decided about it. */
final class SignInFilter extends OncePerRequestFilter {

    /** By this a page tells that somebody is there. */
    static final String IN_USE = "/sign-in/in-use";

    private final OpenSignIns signIns;

    SignInFilter(OpenSignIns signIns) {
        this.signIns = signIns;
    }

    /** Files are anybody's. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Stream.of(SecurityConfiguration.FILES)
                .map(pattern -> pattern.replace("**", ""))
                .anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            signIns.recognise(request, request.getRequestURI().equals(IN_USE) || !SignedOutFilter.wantsJson(request));
        } catch (Unavailable record) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        chain.doFilter(request, response);
    }
}
