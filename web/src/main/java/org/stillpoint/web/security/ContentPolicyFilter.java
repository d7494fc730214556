package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says in every answer what the browser may load and run: only what this server sends, and of inline elements only the one
 * that carries this answer's nonce. (Spring Security writes its headers too late for a page to know the nonce.)
 */
public final class ContentPolicyFilter extends OncePerRequestFilter {

    private static final String NONCE = ContentPolicyFilter.class.getName() + ".nonce";
    private static final int NONCE_BYTES = 18; // 144 bits; CSP Level 3 (W3C 2024), section 2.3.1 asks for at least 128

    /** What answers in a browser without a network for the client's own door, and for nothing else. */
    private static final String DOOR_WORKER = "/script/door-worker.js";

    private final SecureRandom random = new SecureRandom();

    /** This answer's nonce; empty outside a request that went through the filter, where nothing inline may run. */
    public static String nonce(HttpServletRequest request) {
        return request.getAttribute(NONCE) instanceof String nonce ? nonce : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'nonce-" + nonce
                        + "'; style-src 'self'; img-src 'self'; "
                        + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'; object-src 'none'");
        if (request.getRequestURI().equals(DOOR_WORKER)) {
            response.setHeader(
                    "Service-Worker-Allowed",
                    "/link/"); // Service Workers (W3C 2022), 4.1: else it would serve scripts alone
        }
        chain.doFilter(request, response);
    }
}
