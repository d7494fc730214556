package org.stillpoint.web.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.stillpoint.practice.api.ApiGrantReading;
import org.stillpoint.record.Unavailable;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.SignInThrottle;

/**
 * The door of everything under {@code /fhir}: shut until the owner opens it, and to whoever shows no token that opens something. What it can hold is
 * told to everybody once it is open, by {@code metadata}, as FHIR asks; FHIR's library is loaded by the first who is let in.
 */
@Controller
class FhirController {
    static final String BASE = "/fhir";

    private static final Actor STRANGER = Actor.program(Actor.ProgramPart.DOOR);
    private static final String BEARER = "Bearer ";
    private static final Pattern POSTED = Pattern.compile(".*/(_search|\\$everything)");

    private final ApiGrantReading grants;
    private final AccessTokens tokens;
    private final SignInThrottle throttle;
    private final FhirServlet fhir;

    FhirController(ApiGrantReading grants, AccessTokens tokens, SignInThrottle throttle, FhirServlet fhir) {
        this.grants = grants;
        this.tokens = tokens;
        this.throttle = throttle;
        this.fhir = fhir;
    }

    @RequestMapping({BASE, BASE + "/**"})
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        Optional<PlainOutcome> refused;
        try {
            refused = refused(request, response);
        } catch (Unavailable record) {
            refused = Optional.of(PlainOutcome.UNAVAILABLE);
        }
        if (refused.isPresent()) {
            refused.get().write(request, response);
        } else {
            fhir.answer(request, response);
        }
    }

    private Optional<PlainOutcome> refused(HttpServletRequest request, HttpServletResponse response) {
        if (!grants.isOpen(STRANGER)) {
            return Optional.of(PlainOutcome.CLOSED);
        }
        boolean isMetadata = request.getRequestURI().equals(BASE + "/metadata");
        Optional<FhirCaller> caller = caller(request);
        if (caller.isEmpty() && !isMetadata) {
            return Optional.of(stranger(request, response));
        }
        boolean posts = request.getMethod().equals("POST")
                && POSTED.matcher(request.getRequestURI()).matches();
        if (!posts && !List.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            return Optional.of(PlainOutcome.READS_ONLY);
        }
        if (!FhirFormat.isKnown(request)) {
            return Optional.of(PlainOutcome.FORMAT);
        }
        caller.ifPresent(who -> who.comesWith(request));
        return Optional.empty();
    }

    /** A token that opens nothing is a guess: of those, each address has only some. */
    private PlainOutcome stranger(HttpServletRequest request, HttpServletResponse response) {
        boolean guessed = request.getHeader("Authorization") != null;
        if (guessed) {
            Duration wait = waits(throttle, request);
            if (wait.isPositive()) {
                response.setHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
                return PlainOutcome.WAIT;
            }
        }
        response.setHeader("WWW-Authenticate", "Bearer realm=\"fhir\"" + (guessed ? ", error=\"invalid_token\"" : ""));
        return PlainOutcome.WHO;
    }

    /** Counts a wrong guess; whoever signs in from there has guessed no password by it. */
    static Duration waits(SignInThrottle throttle, HttpServletRequest request) {
        String guesser = "fhir#" + request.getRemoteAddr();
        return throttle.admit(new SignInThrottle.SignInTry(guesser, guesser, ""));
    }

    private Optional<FhirCaller> caller(HttpServletRequest request) {
        String shown = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = shown.substring(BEARER.length()).strip();
        Optional<FhirCaller> program = tokens.find(token)
                .filter(issued -> grants.program(STRANGER, issued.program()).isPresent())
                .map(issued -> new FhirCaller(new Actor.Registered(issued.program()), Optional.of(issued.scopes())));
        return program.or(() ->
                grants.token(STRANGER, new Link(token).hash()).map(actor -> new FhirCaller(actor, Optional.empty())));
    }
}
