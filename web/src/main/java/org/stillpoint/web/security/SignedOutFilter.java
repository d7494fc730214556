package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the scripts of a page whose sign-in has ended before anything gives them a form's token: its cookie would take the
 * place of the one that the sign-in page beside it was given, and its form would be refused.
 */
final class SignedOutFilter extends OncePerRequestFilter {

    private final OpenSignIns signIns;

    SignedOutFilter(OpenSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (wantsJson(request) && signIns.here(request).isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The scripts of the live session ask for JSON; they must hear that nobody is signed in, not be sent to a page. */
    static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.startsWith("application/json");
    }
}
