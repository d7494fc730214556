package org.stillpoint.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.api.ApiGrantReading;
import org.stillpoint.record.api.ApiProgram;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.link.LinkAddress;
import org.stillpoint.web.security.SignInThrottle;

/** Where a registered program shows by its signature who it is, and gets a token of five minutes: SMART Backend Services. */
@Controller
class SmartController {
    static final String TOKEN = FhirController.BASE + "/auth/token";

    private static final Actor STRANGER = Actor.program(Actor.ProgramPart.DOOR);
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ApiGrantReading grants;
    private final AccessTokens tokens;
    private final SignInThrottle throttle;
    private final WebSettings settings;
    private final Clock clock;

    SmartController(
            ApiGrantReading grants, AccessTokens tokens, SignInThrottle throttle, WebSettings settings, Clock clock) {
        this.grants = grants;
        this.tokens = tokens;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(FhirController.BASE + "/.well-known/smart-configuration")
    ResponseEntity<Map<String, Object>> configuration(HttpServletRequest request) {
        if (!grants.isOpen(STRANGER)) {
            return answer(HttpStatus.NOT_FOUND, Map.of());
        }
        return answer(
                HttpStatus.OK,
                Map.of(
                        "token_endpoint",
                        tokenAddress(request),
                        "grant_types_supported",
                        List.of("client_credentials"),
                        "token_endpoint_auth_methods_supported",
                        List.of("private_key_jwt"),
                        "token_endpoint_auth_signing_alg_values_supported",
                        List.of("RS384", "ES384"),
                        "scopes_supported",
                        List.of("system/*.rs", "system/*.read"),
                        "capabilities",
                        List.of("client-confidential-asymmetric", "permission-v1", "permission-v2")));
    }

    @PostMapping(TOKEN)
    ResponseEntity<Map<String, Object>> token(HttpServletRequest request) {
        if (!grants.isOpen(STRANGER)) {
            return answer(HttpStatus.NOT_FOUND, Map.of());
        }
        if (!said(request, "grant_type").equals("client_credentials")) {
            return refused(HttpStatus.BAD_REQUEST, "unsupported_grant_type");
        }
        if (!said(request, "client_assertion_type").equals(ASSERTION)) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_request");
        }
        Optional<ApiProgram> program = program(request);
        if (program.isEmpty()) {
            Duration wait = FhirController.waits(throttle, request);
            return wait.isPositive()
                    ? refused(HttpStatus.TOO_MANY_REQUESTS, "slow_down")
                    : refused(HttpStatus.UNAUTHORIZED, "invalid_client");
        }
        Set<ApiScope> granted = granted(program.get(), said(request, "scope"));
        if (granted.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_scope");
        }
        return issued(tokens.issue(program.get().id(), granted), granted);
    }

    private static ResponseEntity<Map<String, Object>> issued(String token, Set<ApiScope> granted) {
        return answer(
                HttpStatus.OK,
                Map.of(
                        "access_token",
                        token,
                        "token_type",
                        "bearer",
                        "expires_in",
                        AccessTokens.LAST.toSeconds(),
                        "scope",
                        granted.stream().map(ApiScope::toString).sorted().collect(Collectors.joining(" "))));
    }

    /** Who signed the assertion, if it may read anything and shows it for the first time. */
    private Optional<ApiProgram> program(HttpServletRequest request) {
        return ProgramAssertion.read(said(request, "client_assertion"), tokenAddress(request), clock.instant())
                .flatMap(assertion -> grants.program(STRANGER, assertion.program())
                        .filter(program -> assertion.isSignedBy(program.keys()))
                        .filter(program -> tokens.isFirst(program.id(), assertion.jti(), assertion.until())));
    }

    /** Of what is asked for, what the program was registered for; what is asked for wider is granted as far as it was. */
    private static Set<ApiScope> granted(ApiProgram program, String asked) {
        Set<ApiScope> wanted = ApiScope.list(asked).orElse(Set.of());
        return wanted.stream()
                .flatMap(one -> program.scopes().stream().flatMap(own -> own.and(one).stream()))
                .collect(Collectors.toSet());
    }

    private String tokenAddress(HttpServletRequest request) {
        return LinkAddress.of(settings.way(), request, TOKEN).address();
    }

    private static String said(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String error) {
        return answer(status, Map.of("error", error));
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
