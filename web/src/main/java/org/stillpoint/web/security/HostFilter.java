package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to the names of this machine: a page from elsewhere whose name was made to lead here would otherwise be this
 * practice's own page to the browser, and read it (DNS rebinding).
 */
final class HostFilter extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int MISDIRECTED = 421;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OWN.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && request.getServerPort() == request.getLocalPort()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(MISDIRECTED);
        }
    }
}
