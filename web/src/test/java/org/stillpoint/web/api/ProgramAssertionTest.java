package org.stillpoint.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.signin.SignIns;

class ProgramAssertionTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final String HERE = "https://practice.example/fhir/auth/token";
    private static final Id<ApiGrant> PROGRAM = Id.random();

    private final ECKey curve = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
    private final RSAKey rsa = new RSAKeyGenerator(2048).keyID("two").generate();

    ProgramAssertionTest() throws JOSEException {}

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(PROGRAM.toString())
                .subject(PROGRAM.toString())
                .audience(HERE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(240)));
    }

    private static String signed(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private String byCurve(UnaryOperator<JWTClaimsSet.Builder> changed) throws JOSEException {
        return signed(
                JWSAlgorithm.ES384,
                "one",
                new ECDSASigner(curve),
                changed.apply(claims()).build());
    }

    private static Optional<ProgramAssertion> read(String text) {
        return ProgramAssertion.read(text, HERE, NOW);
    }

    private String keys() {
        return new JWKSet(java.util.List.of(curve.toPublicJWK(), rsa.toPublicJWK())).toString();
    }

    @Test
    void assertion_ofEitherAlgorithm_isSignedByItsKey() throws JOSEException {
        assertThat(read(byCurve(same -> same)).orElseThrow().isSignedBy(keys())).isTrue();
        String byRsa = signed(JWSAlgorithm.RS384, "two", new RSASSASigner(rsa), claims().build());
        assertThat(read(byRsa).orElseThrow().isSignedBy(keys())).isTrue();
        assertThat(read(byRsa).orElseThrow().program()).isEqualTo(PROGRAM);
    }

    @Test
    void assertion_ofAnotherKey_orAnotherKeysName_isNot() throws JOSEException {
        ECKey others = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
        String forged = signed(JWSAlgorithm.ES384, "one", new ECDSASigner(others), claims().build());
        assertThat(read(forged).orElseThrow().isSignedBy(keys())).isFalse();
        String misnamed = signed(JWSAlgorithm.ES384, "two", new ECDSASigner(curve), claims().build());
        assertThat(read(misnamed).orElseThrow().isSignedBy(keys())).isFalse();
        String unknown = signed(JWSAlgorithm.ES384, "three", new ECDSASigner(curve), claims().build());
        assertThat(read(unknown).orElseThrow().isSignedBy(keys())).isFalse();
        String good = byCurve(same -> same);
        String changed = good.substring(0, good.length() - 6) + "AAAAAA";
        assertThat(read(changed).orElseThrow().isSignedBy(keys())).isFalse();
    }

    @Test
    void assertion_byAnAlgorithmThatAnybodyCanForge_isNone() throws JOSEException {
        String symmetric = signed(
                JWSAlgorithm.HS384,
                "two",
                new MACSigner(rsa.toPublicJWK().toJSONString().getBytes()),
                claims().build());
        assertThat(read(symmetric)).isEmpty();
        String none = "eyJhbGciOiJub25lIn0." + byCurve(same -> same).split("\\.", -1)[1] + ".";
        assertThat(read(none)).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read("a.b.c")).isEmpty();
    }

    @Test
    void assertion_thatIsNotForHereAndNow_isNone() throws JOSEException {
        assertThat(read(byCurve(each -> each.audience("https://other.example/fhir/auth/token"))))
                .isEmpty();
        assertThat(read(byCurve(each -> each.subject(UUID.randomUUID().toString()))))
                .isEmpty();
        assertThat(read(byCurve(each -> each.issuer("x").subject("x")))).isEmpty();
        assertThat(read(byCurve(each -> each.jwtID(null)))).isEmpty();
        assertThat(read(byCurve(each -> each.jwtID("x".repeat(201))))).isEmpty();
        assertThat(read(byCurve(each -> each.expirationTime(null)))).isEmpty();
        assertThat(read(byCurve(each -> each.expirationTime(Date.from(NOW))))).isEmpty();
        assertThat(read(byCurve(each -> each.expirationTime(Date.from(NOW.plusSeconds(331))))))
                .isEmpty();
        assertThat(read(byCurve(each -> each.notBeforeTime(Date.from(NOW.plusSeconds(60))))))
                .isEmpty();
        assertThat(read(signed(JWSAlgorithm.ES384, null, new ECDSASigner(curve), claims().build())))
                .isEmpty();
    }

    @Test
    void keys_thatAreSecretOrWeakOrNameless_areNotTaken() throws JOSEException {
        assertThat(ProgramAssertion.publicKeys(keys())).isPresent();
        assertThat(ProgramAssertion.publicKeys(new JWKSet(curve).toString(false)))
                .isEmpty();
        assertThat(ProgramAssertion.publicKeys(new JWKSet(new ECKeyGenerator(Curve.P_256)
                                .keyID("x")
                                .generate()
                                .toPublicJWK())
                        .toString()))
                .isEmpty();
        assertThat(ProgramAssertion.publicKeys(new JWKSet(new RSAKeyGenerator(1024, true)
                                .keyID("x")
                                .generate()
                                .toPublicJWK())
                        .toString()))
                .isEmpty();
        assertThat(ProgramAssertion.publicKeys(
                        new JWKSet(new ECKeyGenerator(Curve.P_384).generate().toPublicJWK()).toString()))
                .isEmpty();
        assertThat(ProgramAssertion.publicKeys("{\"keys\":[]}")).isEmpty();
        assertThat(ProgramAssertion.publicKeys("no keys")).isEmpty();
    }

    @Test
    void token_lastsFiveMinutesOnEveryServer_andAnAssertionOpensOnce() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        SignIns kept = new RecordsInMemory(clock).signIns();
        AccessTokens tokens = new AccessTokens(kept, clock);
        AccessTokens other = new AccessTokens(kept, clock);
        Set<ApiScope> scopes = Set.of(new ApiScope("Patient", true, true), new ApiScope("Observation", true, false));
        String token = tokens.issue(PROGRAM, scopes);
        assertThat(other.find(token)).contains(new AccessTokens.Issued(PROGRAM, scopes, NOW.plusSeconds(300)));
        assertThat(new AccessTokens(kept, Clock.offset(clock, AccessTokens.LAST)).find(token))
                .isEmpty();
        assertThat(new AccessTokens(new RecordsInMemory(clock).signIns(), clock).find(token))
                .as("of another practice")
                .isEmpty();
        for (String none : List.of("", ".", "0".repeat(64), "x" + token, token.substring(0, token.length() - 4))) {
            assertThat(tokens.find(none)).isEmpty();
        }

        assertThat(tokens.isFirst(PROGRAM, "a", NOW.plusSeconds(60))).isTrue();
        assertThat(other.isFirst(PROGRAM, "a", NOW.plusSeconds(60))).isFalse();
        assertThat(tokens.isFirst(Id.random(), "a", NOW.plusSeconds(60))).isTrue();
    }
}
