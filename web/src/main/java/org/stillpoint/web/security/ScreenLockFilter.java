package org.stillpoint.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stillpoint.record.Id;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.signin.SignIn;

/**
 * Refuses everything to a sign-in whose screen is locked but the door, the taps of the session that was open in it, and to a client to
 * whom it was handed over what they are to do and whom to ring.
 */
final class ScreenLockFilter extends OncePerRequestFilter {

    private static final Pattern DOOR = Pattern.compile("/(sign-in|first-start|error)(/.*)?");
    private static final Pattern OF_A_SESSION =
            Pattern.compile("/sessions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/marks)?");

    private final OpenSignIns signIns;

    ScreenLockFilter(OpenSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return signIns.here(request).isEmpty()
                || DOOR.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignIn here = signIns.here(request).orElseThrow();
        Matcher path = OF_A_SESSION.matcher(request.getRequestURI());
        Optional<Id<Session>> session = path.matches() ? Optional.of(Id.of(path.group(1))) : Optional.empty();
        boolean tap = session.isPresent() && path.group(2) != null;
        boolean handed = here.handed()
                .filter(to -> HandedPaths.isOpen(to, request.getRequestURI()))
                .isPresent();
        if (here.locked() && !(tap && here.live().equals(session)) && !handed) {
            throw new ScreenLocked();
        }
        if (!here.locked() && !tap && request.getMethod().equals("GET")) {
            session.ifPresent(opened -> signIns.opened(opened, request));
        }
        chain.doFilter(request, response);
    }
}
