package org.stillpoint.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stillpoint.record.Id;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.link.Link;

/**
 * The access tokens of registered programs, and the assertions by which they came. Held in memory and bounded: they last for minutes, and after a
 * restart a program asks anew. Safe for several threads.
 */
@Component
final class AccessTokens {
    /** SMART Backend Services (HL7, 2024) asks for five minutes at most. */
    static final Duration LAST = Duration.ofMinutes(5);

    /** Own choice, 2026: far beyond what a practice's programs ask for in five minutes. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private final Map<String, Instant> shown = new LinkedHashMap<>();
    private final Instant started;

    /** What a token lets in. */
    record Issued(Id<ApiGrant> program, Set<ApiScope> scopes, Instant until) {}

    AccessTokens(Clock clock) {
        this.clock = clock;
        this.started = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    /** From when on it is known what was shown: an assertion from before it may have been. */
    Instant started() {
        return started;
    }

    /** A new token; empty where there are too many. */
    synchronized Optional<Link> issue(Id<ApiGrant> program, Set<ApiScope> scopes) {
        Instant now = clock.instant();
        issued.values().removeIf(each -> !now.isBefore(each.until()));
        if (issued.size() >= MOST) {
            return Optional.empty();
        }
        Link token = Link.random();
        issued.put(token.hash(), new Issued(program, scopes, now.plus(LAST)));
        return Optional.of(token);
    }

    synchronized Optional<Issued> find(String tokenHash) {
        return Optional.ofNullable(issued.get(tokenHash))
                .filter(each -> clock.instant().isBefore(each.until()));
    }

    /**
     * Whether an assertion is shown for the first time.
     *
     * @param jti what it calls itself
     * @param until when it runs out, from when on nobody need remember it
     */
    synchronized boolean isFirst(Id<ApiGrant> program, String jti, Instant until) {
        Instant now = clock.instant();
        shown.values().removeIf(each -> each.isBefore(now));
        return shown.size() < MOST && shown.putIfAbsent(program + " " + jti, until) == null;
    }
}
