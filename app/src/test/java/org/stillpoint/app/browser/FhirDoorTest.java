package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.app.browser.Browsing.named;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.stillpoint.exchange.fhir.code.OwnSystem;

/** Who is let in to read the record by FHIR, and what is refused to everybody else. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(FhirSite.ONE_AT_A_TIME)
class FhirDoorTest {
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE; // others have half of it
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private FhirSite site;

    /** Until the owner opens it nobody is answered, whatever they show. */
    @BeforeAll
    void openTheRecord(@TempDir Path folder) throws Exception {
        site = new FhirSite(folder);
        HttpResponse<String> closed = site.get("/metadata", Map.of());
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(FhirSite.issue(closed)).isEqualTo("not-found");
        assertThat(site.get("/Patient", FhirSite.bearer(site.ownersToken())).statusCode())
                .isEqualTo(404);
        assertThat(site.get("/.well-known/smart-configuration", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(site.owner().page("/account/tokens").select(named("not-open")))
                .hasSize(1);
        assertThat(site.open().expectFirst(named("fhir-address")).text()).isEqualTo(site.base());
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    @Test
    void nobody_isAskedWhoTheyAre_evenWithTheCookieOfSomebodyWhoSignedIn() {
        HttpResponse<String> answer = site.get("/Patient", Map.of());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(FhirSite.issue(answer)).isEqualTo("login");
        assertThat(site.get("/Patient", Map.of("Accept", "application/fhir+xml"))
                        .body())
                .startsWith("<OperationOutcome");
        assertThat(site.owner().get("/fhir/Patient").statusCode()).isEqualTo(401);
    }

    @Test
    void therapist_readsTheirOwnClients_andNobodyElses() {
        Wire one = site.owner().invite("THERAPIST", "fhir-one");
        Wire two = site.owner().invite("THERAPIST", "fhir-two");
        String ofOne = FhirSite.added(one, "Of One");
        String ofTwo = FhirSite.added(two, "Of Two");
        IGenericClient asOne = site.client(FhirSite.token(one, "mine"));
        IGenericClient asTwo = site.client(FhirSite.token(two, "mine"));

        assertThat(FhirSite.ids(asOne.search()
                        .forResource(Patient.class)
                        .returnBundle(Bundle.class)
                        .execute()))
                .containsExactly(ofOne);
        assertThat(FhirSite.ids(asTwo.search()
                        .forResource(Patient.class)
                        .returnBundle(Bundle.class)
                        .execute()))
                .containsExactly(ofTwo);
        assertThatThrownBy(
                        () -> asOne.read().resource(Patient.class).withId(ofTwo).execute())
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> asOne.read()
                        .resource(Patient.class)
                        .withId(UUID.randomUUID().toString())
                        .execute())
                .isInstanceOf(ForbiddenOperationException.class); // whether there is such a client is not told
        assertThatThrownBy(() -> asOne.search()
                        .byUrl("Observation?patient=" + ofTwo)
                        .returnBundle(Bundle.class)
                        .execute())
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> asOne.search()
                        .byUrl(site.base() + "/Patient/" + ofTwo + "/$everything")
                        .returnBundle(Bundle.class)
                        .execute())
                .isInstanceOf(ForbiddenOperationException.class);
        assertThat(FhirSite.ids(asOne.search()
                        .byUrl("Patient?_id=" + ofTwo + "," + ofOne)
                        .returnBundle(Bundle.class)
                        .execute()))
                .containsExactly(ofOne);
        assertThat(site.owner().page("/practice/audit").text())
                .contains("read a client by FHIR")
                .contains("fhir-one");
        assertThat(site.practice().log()).doesNotContain(ofTwo).doesNotContain(ofOne);
    }

    @Test
    void processNote_isReadOnceItsAuthorLetsItGo_andNoMoreOnceTheyTakeItBack() {
        Wire author = site.owner().invite("THERAPIST", "fhir-author");
        String client = FhirSite.added(author, "Told To Somebody");
        String notes = author.heard("/clients/" + client, "A stair without light") + "/process-notes";
        Map<String, String> programs = FhirSite.bearer(FhirSite.token(author, "notes"));
        String search = "/DocumentReference?patient=" + client;
        assertThat(site.get(search, programs).body()).contains("\"searchset\"");
        assertThat(documents(search, programs)).isEmpty();

        String page = author.page(notes).expectFirst(named("note-release")).attr("href");
        author.send(author.page(page).expectFirst(named("release-note")), Map.of("sure", "yes"));
        List<DocumentReference> released = documents(search, programs);
        assertThat(released)
                .singleElement()
                .satisfies(one -> assertThat(new String(
                                one.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
                        .isEqualTo("A stair without light"));
        String read = "/DocumentReference/" + released.getFirst().getIdElement().getIdPart();
        assertThat(site.get(read, programs).statusCode()).isEqualTo(200);

        author.send(author.page(page).expectFirst(named("take-back-note")), Map.of());
        assertThat(documents(search, programs)).isEmpty();
        HttpResponse<String> kept = site.get(read, programs);
        assertThat(kept.statusCode()).as(kept.body()).isIn(404, 410);
        assertThat(kept.body()).doesNotContain("stair");
    }

    private List<DocumentReference> documents(String search, Map<String, String> headers) {
        return FhirSite.CONTEXT
                .newJsonParser()
                .parseResource(Bundle.class, site.get(search, headers).body())
                .getEntry()
                .stream()
                .map(BundleEntryComponent::getResource)
                .filter(DocumentReference.class::isInstance)
                .map(DocumentReference.class::cast)
                .filter(one -> OwnSystem.ENTRY.says("process-note", one.getType()))
                .toList();
    }

    @Test
    void token_thatItsOwnerEnded_opensNothing_andAnAssistantMakesNone() {
        Wire other = site.owner().invite("THERAPIST", "fhir-ending");
        String token = FhirSite.token(other, "for a while");
        assertThat(site.get("/Patient", FhirSite.bearer(token)).statusCode()).isEqualTo(200);
        other.send(other.page("/account/tokens").expectFirst(named("end-grant")), Map.of());
        assertThat(site.get("/Patient", FhirSite.bearer(token)).statusCode()).isEqualTo(401);

        Wire assistant = site.owner().invite("ASSISTANT", "fhir-assistant");
        assertThat(assistant.get("/account/tokens").statusCode()).isEqualTo(403);
    }

    @Test
    void registeredProgram_readsWhatItsScopesName_andNothingByAnAssertionShownTwice() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_384).keyID("k1").generate();
        var programs = site.owner()
                .send(
                        site.owner().page("/practice/programs").expectFirst(named("register-program")),
                        Map.of(
                                "name",
                                "the registry",
                                "publicKeys",
                                new JWKSet(key.toPublicJWK()).toString(),
                                "scopes",
                                "system/Patient.rs system/Observation.rs",
                                "days",
                                "30"));
        Matcher id = Pattern.compile("[0-9a-f-]{36}")
                .matcher(programs.expectFirst(named("grant")).text());
        assertThat(id.find()).isTrue();
        HttpResponse<String> configuration = site.get("/.well-known/smart-configuration", Map.of());
        assertThat(configuration.body()).contains("private_key_jwt").contains(site.base() + "/auth/token");

        String assertion = assertion(key, id.group());
        HttpResponse<String> granted = ask(assertion, "system/Patient.rs");
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
        assertThat(granted.body()).contains("\"expires_in\":300").contains("system/Patient.rs");
        assertThat(granted.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ask(assertion, "system/Patient.rs").statusCode()).isEqualTo(401);
        assertThat(ask(assertion(key, id.group()), "system/Flag.rs").body()).contains("invalid_scope");
        ECKey others = new ECKeyGenerator(Curve.P_384).keyID("k1").generate();
        assertThat(ask(assertion(others, id.group()), "system/Patient.rs").statusCode())
                .isEqualTo(401);

        Matcher access = ACCESS_TOKEN.matcher(granted.body());
        assertThat(access.find()).isTrue();
        String token = access.group(1);
        assertThat(site.get("/Patient?_count=1", FhirSite.bearer(token)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> beyond = site.get("/Observation?patient=" + site.ana(), FhirSite.bearer(token));
        assertThat(beyond.statusCode()).isEqualTo(403);
        assertThat(FhirSite.issue(beyond)).isEqualTo("forbidden");
        assertThat(site.get("/Patient/" + site.ana(), FhirSite.bearer(token)).statusCode())
                .isEqualTo(200);
        assertThat(site.get("/Patient?_id=" + site.ana() + "&_revinclude=Provenance:target", FhirSite.bearer(token))
                        .body())
                .doesNotContain("\"Provenance\"");
        assertThat(site.get("/Patient/" + site.ana() + "/$everything", FhirSite.bearer(token))
                        .body())
                .contains("\"Patient\"")
                .doesNotContain("\"Observation\"")
                .doesNotContain("\"AuditEvent\"");
        assertThat(site.get("/AuditEvent?patient=" + site.ana(), FhirSite.bearer(token))
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.owner().page("/practice/audit").text()).contains("A registered program: the registry");

        site.owner().send(site.owner().page("/practice/programs").expectFirst(named("end-grant")), Map.of());
        assertThat(site.get("/Patient", FhirSite.bearer(token)).statusCode()).isEqualTo(401);
    }

    private String assertion(ECKey key, String program) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("k1").build(),
                new JWTClaimsSet.Builder()
                        .issuer(program)
                        .subject(program)
                        .audience(site.base() + "/auth/token")
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                        .build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private HttpResponse<String> ask(String assertion, String scope) {
        String body = "grant_type=client_credentials"
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + assertion + "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8);
        return FhirSite.send(
                HttpRequest.newBuilder(URI.create(site.base() + "/auth/token")).POST(BodyPublishers.ofString(body)),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void keysOrScopesThatAreNone_areSaidBesideTheirField() {
        var page = site.owner()
                .send(
                        site.owner().page("/practice/programs").expectFirst(named("register-program")),
                        Map.of("name", "", "publicKeys", "{}", "scopes", "system/Patient.cruds"));
        assertThat(page.select(".problem:not([hidden])")).hasSize(3);
    }

    /** Last, for from then on wrong tokens from this address wait. */
    @Test
    @Order(AFTER_ALL_OTHERS)
    void guesses_wait_andWhoeverHasAGoodTokenDoesNot() {
        HttpResponse<String> last = site.get("/Patient", FhirSite.bearer("x"));
        for (int guess = 0; guess < 25 && last.statusCode() != 429; guess++) {
            assertThat(last.statusCode()).isEqualTo(401);
            last = site.get("/Patient", FhirSite.bearer("guess-" + guess));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(FhirSite.issue(last)).isEqualTo("throttled");
        assertThat(site.get("/Patient?_count=1", FhirSite.bearer(site.ownersToken()))
                        .statusCode())
                .isEqualTo(200);
    }
}
