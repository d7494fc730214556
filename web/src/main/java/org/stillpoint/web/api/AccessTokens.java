package org.stillpoint.web.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.web.security.DoorSeal;

/**
 * The access tokens of registered programs, and the assertions by which they came. A token says whose it is, what for and until when, under a
 * seal of this practice: each of its servers knows those of the others, and none is kept. Whether the program is still let in is asked of the
 * record.
 */
@Component
final class AccessTokens {
    /** SMART Backend Services (HL7, 2024) asks for five minutes at most. */
    static final Duration LAST = Duration.ofMinutes(5);

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Clock clock;
    private final DoorBook book;
    private final DoorSeal seal;

    /** What a token lets in. */
    record Issued(Id<ApiGrant> program, Set<ApiScope> scopes, Instant until) {}

    AccessTokens(SignIns kept, Clock clock) {
        this.clock = clock;
        this.book = kept.book();
        this.seal = new DoorSeal(book.key("access-token"));
    }

    /** A new token. */
    String issue(Id<ApiGrant> program, Set<ApiScope> scopes) {
        String said = program + "\n" + clock.instant().plus(LAST).toEpochMilli() + "\n"
                + scopes.stream().map(ApiScope::toString).sorted().collect(Collectors.joining(" "));
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        return TEXT.encodeToString(bytes) + "." + TEXT.encodeToString(seal.of(bytes));
    }

    /** What is shown, if it is one of these and lasts. */
    Optional<Issued> find(String shown) {
        int dot = shown.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(shown.substring(0, dot));
            byte[] sealed = Base64.getUrlDecoder().decode(shown.substring(dot + 1));
            return seal.isOf(sealed, bytes)
                    ? read(new String(bytes, StandardCharsets.UTF_8))
                            .filter(issued -> clock.instant().isBefore(issued.until()))
                    : Optional.empty();
        } catch (IllegalArgumentException made) {
            return Optional.empty();
        }
    }

    private static Optional<Issued> read(String said) {
        String[] parts = said.split("\n", -1);
        try {
            return ApiScope.list(parts[2])
                    .map(scopes -> new Issued(Id.of(parts[0]), scopes, Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        } catch (BadValue | DateTimeException | ArrayIndexOutOfBoundsException ofAnotherProgram) {
            return Optional.empty();
        }
    }

    /**
     * Whether an assertion is shown for the first time.
     *
     * @param jti what it calls itself
     * @param until when it runs out, from when on nobody need remember it
     */
    boolean isFirst(Id<ApiGrant> program, String jti, Instant until) {
        return book.isFirst("assertion " + program + " " + jti, until, clock.instant());
    }
}
