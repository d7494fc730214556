package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a sign-in away, unread, while its name or address has to wait. */
final class SignInThrottleFilter extends OncePerRequestFilter {

    private final SignInThrottle throttle;
    private final DeviceCookie device;

    SignInThrottleFilter(SignInThrottle throttle, DeviceCookie device) {
        this.throttle = throttle;
        this.device = device;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getRequestURI().equals("/sign-in"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = throttle.admit(device.tryOf(request));
        if (wait.isPositive()) {
            response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
    }
}
