package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stillpoint.web.DoorWay;

/**
 * Answers only to the names of this machine: a page from elsewhere whose name was made to lead here would otherwise be this
 * practice's own page to the browser, and read it (DNS rebinding).
 */
final class HostFilter extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int MISDIRECTED = 421;
    private static final int TLS_PORT = 443;

    private final DoorWay way;

    HostFilter(DoorWay way) {
        this.way = way;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        if (way.proxy().equals(Optional.of(name)) && isProxy(request)) {
            chain.doFilter(new ByProxy(request), response);
        } else if ((OWN.contains(name) || way.names().contains(name))
                && request.getServerPort() == request.getLocalPort()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(MISDIRECTED);
        }
    }

    /** Anybody else could say that somebody asked. */
    private boolean isProxy(HttpServletRequest request) {
        return way.proxyAddresses().isEmpty() || way.proxyAddresses().contains(request.getRemoteAddr());
    }

    /** What the proxy was asked, by whoever it says asked it: the last address, which it has added itself. */
    private static final class ByProxy extends HttpServletRequestWrapper {

        ByProxy(HttpServletRequest request) {
            super(request);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getScheme() {
            return "https";
        }

        @Override
        public int getServerPort() {
            return TLS_PORT;
        }

        @Override
        public String getRemoteAddr() {
            String addresses = getHeader("X-Forwarded-For");
            return addresses == null
                    ? super.getRemoteAddr()
                    : addresses.substring(addresses.lastIndexOf(',') + 1).strip();
        }
    }
}
