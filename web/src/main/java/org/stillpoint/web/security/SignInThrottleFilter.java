package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stillpoint.record.Unavailable;

/** Turns a sign-in away, unread, while its name or address has to wait. */
final class SignInThrottleFilter extends OncePerRequestFilter {

    private final SignInThrottle throttle;
    private final SignInTries device;
    private final AuthenticationFailureHandler turnedAway;

    SignInThrottleFilter(SignInThrottle throttle, SignInTries device, AuthenticationFailureHandler turnedAway) {
        this.throttle = throttle;
        this.device = device;
        this.turnedAway = turnedAway;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getRequestURI().equals("/sign-in"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait;
        try {
            wait = throttle.admit(device.tryOf(request));
        } catch (Unavailable record) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (wait.isPositive()) {
            turnedAway.onAuthenticationFailure(request, response, new TooManyTries(wait));
            return;
        }
        chain.doFilter(request, response);
    }
}
