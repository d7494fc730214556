package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever has shown their password alone, where the practice demands a second step and they have none, sets one up before they get
 * anything else: only its pages, the door and whom to ring answer. What they send meanwhile is kept in its page.
 */
final class SecondStepFilter extends OncePerRequestFilter {

    private static final Pattern OPEN = Pattern.compile(
            "/(sign-in|error)(/.*)?|/sign-out|/help-now|/account/(second-step|codes|passkeys|passkeys/add)");

    private final OpenSignIns signIns;

    SecondStepFilter(OpenSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!signIns.awaitsStep(request)) {
            chain.doFilter(request, response);
        } else if (SignedOutFilter.wantsJson(request)) {
            response.sendError(ScreenLocked.STATUS);
        } else if (request.getMethod().equals("POST")) {
            throw new StepAwaited();
        } else {
            response.sendRedirect(StepAwaited.PAGE);
        }
    }
}
