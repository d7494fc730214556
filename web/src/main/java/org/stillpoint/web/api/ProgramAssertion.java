package org.stillpoint.web.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.api.ApiGrant;

/**
 * By what a program shows who it is: a token that it signed itself (RFC 7523), as SMART Backend Services asks for it.
 *
 * @param program as it names itself; believed once {@link #isSignedBy}
 * @param jti what the assertion calls itself
 * @param until when it runs out
 */
record ProgramAssertion(SignedJWT jwt, Id<ApiGrant> program, String jti, Instant until) {
    /** SMART Backend Services: not further ahead. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Own choice, 2026: what the clocks of two servers differ by. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private static final int MOST_CHARACTERS_OF_A_JTI = 200;

    /** BSI TR-02102-1 (2025) and NIST SP 800-57 (2020): shorter ones are no longer for use. */
    private static final int FEWEST_BITS = 2_048;

    /**
     * Reads what a program says; empty where it could let nobody in, whoever signed it.
     *
     * @param audience the address to which it has to be addressed
     */
    static Optional<ProgramAssertion> read(String text, String audience, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
            boolean known = algorithm.equals(JWSAlgorithm.RS384) || algorithm.equals(JWSAlgorithm.ES384);
            String jti = claims.getJWTID();
            Date expires = claims.getExpirationTime();
            if (!known
                    || jwt.getHeader().getKeyID() == null
                    || jti == null
                    || jti.isBlank()
                    || jti.length() > MOST_CHARACTERS_OF_A_JTI
                    || expires == null
                    || claims.getIssuer() == null
                    || !claims.getIssuer().equals(claims.getSubject())
                    || !claims.getAudience().contains(audience)) {
                return Optional.empty();
            }
            Instant until = expires.toInstant();
            return isTimely(claims, until, now)
                    ? Optional.of(new ProgramAssertion(jwt, Id.of(claims.getIssuer()), jti, until))
                    : Optional.empty();
        } catch (ParseException | BadValue none) {
            return Optional.empty();
        }
    }

    /** Neither over, nor further ahead than it may be. */
    private static boolean isTimely(JWTClaimsSet claims, Instant until, Instant now) {
        Date from = claims.getNotBeforeTime();
        return until.isAfter(now)
                && !until.isAfter(now.plus(LONGEST).plus(CLOCKS_DIFFER))
                && (from == null || !from.toInstant().isAfter(now.plus(CLOCKS_DIFFER)));
    }

    /** @param keys a set of public keys as JSON */
    boolean isSignedBy(String keys) {
        try {
            JWK key = JWKSet.parse(keys).getKeyByKeyId(jwt.getHeader().getKeyID());
            Optional<JWSVerifier> verifier = verifier(key, jwt.getHeader().getAlgorithm());
            return verifier.isPresent() && jwt.verify(verifier.get());
        } catch (ParseException | JOSEException | IllegalStateException none) {
            return false;
        }
    }

    private static Optional<JWSVerifier> verifier(@org.jspecify.annotations.Nullable JWK key, JWSAlgorithm algorithm)
            throws JOSEException {
        return switch (key) {
            case RSAKey rsa when algorithm.equals(JWSAlgorithm.RS384) -> Optional.of(new RSASSAVerifier(rsa));
            case ECKey curve when algorithm.equals(JWSAlgorithm.ES384) -> Optional.of(new ECDSAVerifier(curve));
            case null, default -> Optional.empty();
        };
    }

    /** What of a set of keys a program may be registered with: the public ones, each with a name, of kinds that sign as asked; empty where one is not. */
    static Optional<String> publicKeys(String keys) {
        try {
            List<JWK> all = JWKSet.parse(keys).getKeys();
            boolean good = !all.isEmpty()
                    && all.stream().allMatch(ProgramAssertion::isGood)
                    && all.stream().map(JWK::getKeyID).distinct().count() == all.size();
            return good ? Optional.of(new JWKSet(all).toString(true)) : Optional.empty();
        } catch (ParseException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    private static boolean isGood(JWK key) {
        boolean signs =
                switch (key) {
                    case RSAKey rsa -> rsa.size() >= FEWEST_BITS;
                    case ECKey curve -> Curve.P_384.equals(curve.getCurve());
                    default -> false;
                };
        return signs
                && !key.isPrivate()
                && key.getKeyID() != null
                && !key.getKeyID().isBlank();
    }
}
