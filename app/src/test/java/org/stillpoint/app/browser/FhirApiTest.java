package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.app.browser.Browsing.named;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
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
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.FhirValidation;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.served.ServedType;

/** The record read by programs of others: a stock client of FHIR asks, over the wire of a practice of its own; and what others are refused. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FhirApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE; // others have half of it
    private static final String EVERYTHING = "$everything";
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final FhirContext context = FhirR4.context();
    private final FhirValidation validation = new FhirValidation();

    private RunningPractice practice;
    private Wire owner;
    private String ownersToken;
    private String ana;

    @BeforeAll
    void openTheRecord(@TempDir Path folder) throws Exception {
        practice = RunningPractice.start(folder.resolve("data"), "--demo", "--lock-minutes", "60");
        owner = new Wire(practice.address()).signIn();
        HttpResponse<String> closed = get("/metadata", Map.of());
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(issue(closed)).isEqualTo("not-found");
        ownersToken = token(owner, "a table");
        assertThat(get("/Patient", bearer(ownersToken)).statusCode()).isEqualTo(404);
        assertThat(get("/.well-known/smart-configuration", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(owner.page("/account/tokens").select(named("not-open"))).hasSize(1);
        Document opened = owner.send(owner.page("/practice/programs").expectFirst(named("open-api")), Map.of());
        assertThat(opened.expectFirst(named("fhir-address")).text()).isEqualTo(base());
        ana = owner.client("Ana Marin").replaceFirst(".*/clients/", "");
    }

    @AfterAll
    void stop() throws Exception {
        practice.close();
    }

    private static String token(Wire whose, String name) {
        return whose.send(whose.page("/account/tokens").expectFirst(named("make-token")), Map.of("name", name))
                .expectFirst(named("api-token"))
                .text();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private String base() {
        return practice.address() + "/fhir";
    }

    private IGenericClient client(String token) {
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient client = context.newRestfulGenericClient(base());
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return client;
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(URI.create(base() + path)), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one issue of an answer that has to be an outcome. */
    private String issue(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("fhir+json");
        OperationOutcome outcome = context.newJsonParser().parseResource(OperationOutcome.class, answer.body());
        assertThat(outcome.getIssue()).hasSize(1);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).isNotBlank();
        return outcome.getIssueFirstRep().getCode().toCode();
    }

    private static List<Resource> resources(Bundle bundle, SearchEntryMode mode) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == mode)
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    private List<Resource> allPages(IGenericClient client, Bundle first) {
        List<Resource> all = new ArrayList<>(resources(first, SearchEntryMode.MATCH));
        Bundle page = first;
        while (page.getLink("next") != null) {
            page = client.loadPage().next(page).execute();
            all.addAll(resources(page, SearchEntryMode.MATCH));
        }
        return all;
    }

    @Test
    void metadata_saysWhatIsRegistered_toAnybody() {
        CapabilityStatement said = context.newRestfulGenericClient(base())
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute();

        assertThat(said.getRestFirstRep().getResource())
                .extracting(each -> each.getType())
                .contains("Patient", "Observation", "Provenance", "CodeSystem")
                .doesNotContain("RiskAssessment")
                .hasSize(ServedType.values().length
                        + (int) said.getRestFirstRep().getResource().stream()
                                .filter(each -> ServedType.find(each.getType()).isEmpty())
                                .count());
        var observation = said.getRestFirstRep().getResource().stream()
                .filter(each -> each.getType().equals("Observation"))
                .findFirst()
                .orElseThrow();
        assertThat(observation.getSearchParam())
                .extracting(each -> each.getName())
                .contains("_id", "_lastUpdated", "patient", "code", "category", "date");
        assertThat(observation.getInteraction())
                .extracting(each -> each.getCode().toCode())
                .containsExactlyInAnyOrder("read", "search-type");
        assertThat(observation.getSearchRevInclude())
                .extracting(Object::toString)
                .contains("Provenance:target");
        assertThat(validation.check(FhirR4.json(said)).errors()).isEmpty();
        assertThat(get("/metadata", Map.of("Accept", "application/fhir+xml")).body())
                .startsWith("<CapabilityStatement");
    }

    @Test
    void patients_comePageByPage_eachOnce_andTheLinksStayGood() {
        IGenericClient client = client(ownersToken);
        Bundle first = client.search()
                .forResource(Patient.class)
                .count(2)
                .returnBundle(Bundle.class)
                .execute();
        assertThat(resources(first, SearchEntryMode.MATCH)).hasSize(2);
        String next = first.getLink("next").getUrl();
        Set<String> second =
                ids(client.loadPage().byUrl(next).andReturnBundle(Bundle.class).execute());
        List<Resource> all = allPages(client, first);

        assertThat(all)
                .hasSize(first.getTotal())
                .extracting(each -> each.getIdPart())
                .doesNotHaveDuplicates();
        assertThat(all).extracting(each -> each.getIdPart()).contains(ana);
        assertThat(ids(client.loadPage()
                        .byUrl(next)
                        .andReturnBundle(Bundle.class)
                        .execute()))
                .isNotEmpty()
                .isEqualTo(second);
    }

    @Test
    void search_byCodeCategoryAndDate_findsNoOther_andAddsWhatIsAskedFor() {
        IGenericClient client = client(ownersToken);
        Bundle found = client.search()
                .byUrl("Observation?patient=Patient/" + ana
                        + "&category=survey&code=http://loinc.org%7C72514-3&date=ge2000-01-01&date=lt2100"
                        + "&_include=Observation:patient&_revinclude=Provenance:target&_count=200")
                .returnBundle(Bundle.class)
                .execute();
        List<Resource> matches = resources(found, SearchEntryMode.MATCH);

        assertThat(matches)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(found.getTotal())
                .allSatisfy(each -> assertThat(((Observation) each).getCode().getCoding())
                        .anyMatch(coding -> "72514-3".equals(coding.getCode())));
        List<Resource> along = resources(found, SearchEntryMode.INCLUDE);
        assertThat(along).filteredOn(Patient.class::isInstance).hasSize(1);
        assertThat(along).filteredOn(Provenance.class::isInstance).hasSize(matches.size());
        Bundle none = client.search()
                .byUrl("Observation?patient=" + ana + "&date=eb1990")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(none.getTotal()).isZero();
        FhirCheck check = validation.check(FhirR4.json(found));
        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).isEmpty();
    }

    @Test
    void search_byPost_orAsXml_findsTheSame() {
        IGenericClient client = client(ownersToken);
        Set<String> byGet = ids(client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(ana))
                .returnBundle(Bundle.class)
                .execute());
        Set<String> byPost = ids(client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(ana))
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute());
        client.setEncoding(EncodingEnum.XML);
        Set<String> asXml = ids(client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(ana))
                .returnBundle(Bundle.class)
                .execute());
        assertThat(byPost).isNotEmpty().isEqualTo(byGet).isEqualTo(asXml);
    }

    private static Set<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }

    @Test
    void everything_isAllOfOneClient_pageByPage_andPointsToNobodyElse() {
        IGenericClient client = client(ownersToken);
        Bundle first = client.operation()
                .onInstance("Patient/" + ana)
                .named(EVERYTHING)
                .withSearchParameter(Parameters.class, "_count", new ca.uhn.fhir.rest.param.StringParam("20"))
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
        List<Resource> all = allPages(client, first);

        assertThat(all).hasSize(first.getTotal());
        assertThat(all)
                .filteredOn(Patient.class::isInstance)
                .extracting(Resource::getIdPart)
                .containsExactly(ana);
        assertThat(all).extracting(Resource::fhirType).contains("Observation", "Encounter", "Provenance");
        Set<String> there = all.stream()
                .map(each -> each.fhirType() + "/" + each.getIdPart())
                .collect(Collectors.toCollection(HashSet::new));
        all.stream()
                .filter(each -> !(each instanceof Bundle))
                .flatMap(each -> context.newTerser().getAllResourceReferences(each).stream())
                .map(info -> info.getResourceReference().getReferenceElement())
                .filter(to -> to.getValue() != null && !to.getValue().isEmpty())
                .forEach(to -> assertThat(there).contains(to.getResourceType() + "/" + to.getIdPart()));
        Bundle some = client.search()
                .byUrl(base() + "/Patient/" + ana + "/$everything?_type=Condition,Patient")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(resources(some, SearchEntryMode.MATCH))
                .isNotEmpty()
                .allMatch(each -> each instanceof Condition || each instanceof Patient);
    }

    @Test
    void read_ofWhatIsUnchanged_saysSo() {
        HttpResponse<String> first = get("/Patient/" + ana, bearer(ownersToken));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(first.headers().firstValue("X-Powered-By")).isEmpty();
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(with("/Patient/" + ana, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(with("/Patient/" + ana, "If-None-Match", "W/\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(with("/Patient/" + ana, "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);
        assertThat(with("/Patient/" + ana, "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(with("/Patient/" + ana, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    private HttpResponse<String> with(String path, String header, String value) {
        return get(path, Map.of("Authorization", "Bearer " + ownersToken, header, value));
    }

    @Test
    void read_ofEachKindThatIsFound_isWhatWasFound() {
        IGenericClient client = client(ownersToken);
        for (ServedType type : ServedType.values()) {
            String of = type.clientParameters().isEmpty()
                    ? ""
                    : type.clientParameters().getFirst() + "=" + ana + "&";
            if (type == ServedType.BUNDLE) {
                continue; // found by its id alone
            }
            Bundle found = client.search()
                    .byUrl(type.fhirName() + "?" + of + "_count=1")
                    .returnBundle(Bundle.class)
                    .execute();
            resources(found, SearchEntryMode.MATCH).forEach(each -> {
                Resource read = (Resource) client.read()
                        .resource(type.fhirName())
                        .withId(each.getIdPart())
                        .execute();
                assertThat(read.getMeta().getVersionId())
                        .as(type.fhirName())
                        .isEqualTo(each.getMeta().getVersionId());
            });
        }
        assertThat(client.search()
                        .forResource(CodeSystem.class)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getTotal())
                .isPositive();
        assertThat(client.search()
                        .forResource(Practitioner.class)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getTotal())
                .isPositive();
    }

    @Test
    void summaryAndElements_showLess() {
        assertThat(get("/Patient?_summary=count", bearer(ownersToken)).body())
                .contains("\"total\"")
                .doesNotContain("\"entry\"");
        assertThat(get("/Observation?patient=" + ana + "&_elements=status&_count=1", bearer(ownersToken))
                        .body())
                .contains("\"status\"")
                .doesNotContain("valueQuantity");
        assertThat(get("/Patient/" + ana + "?_summary=text", bearer(ownersToken))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/Observation?patient=ANA&date=yesterday, 400, invalid",
        "/Observation?patient=ANA&_count=many, 400, invalid",
        "/Observation?patient=ANA&code:not=x, 400, not-supported",
        "/Observation?patient.name=x, 400, not-supported",
        "/Observation?patient=ANA&_include=Observation:colour, 400, not-supported",
        "/Observation?patient=ANA&_revinclude=Flag:patient, 400, not-supported",
        "/Observation, 400, too-costly",
        "/Observation?code=72514-3, 400, too-costly",
        "/Patient/00000000-0000-4000-8000-00000000dead, 404, not-found",
        "/Patient/nobody, 404, not-found",
        "/Observation/0, 404, not-found",
        "/Observation?_format=text/turtle&patient=ANA, 406, not-supported",
    })
    void fault_isAnOutcome(String path, int status, String code) {
        HttpResponse<String> answer = get(path.replace("ANA", ana), bearer(ownersToken));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(issue(answer)).isEqualTo(code);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({"/RiskAssessment/1", "/Medication?patient=ANA", "/Patient/ANA/_history", "/Patient/ANA/$validate"})
    void whatIsNotDone_isAnOutcomeOfTheClientsFault(String path) {
        HttpResponse<String> answer = get(path.replace("ANA", ana), bearer(ownersToken));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 405);
        issue(answer);
    }

    @Test
    void unknownParameter_isPassedOverAndSaid_orRefusedWhereStrict() {
        String path = "/Observation?patient=" + ana + "&colour=blue&_count=1";
        HttpResponse<String> lenient = get(path, bearer(ownersToken));
        Bundle found = context.newJsonParser().parseResource(Bundle.class, lenient.body());
        assertThat(resources(found, SearchEntryMode.OUTCOME)).hasSize(1);
        assertThat(found.getLink("self").getUrl()).doesNotContain("colour");

        HttpResponse<String> strict = with(path, "Prefer", "handling=strict");
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(issue(strict)).isEqualTo("not-supported");
        assertThat(with(path.replace("&colour=blue", ""), "Prefer", "handling=strict")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "POST"})
    void writing_isRefused(String method) {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(base() + "/Patient/" + ana))
                        .header("Content-Type", "application/fhir+json")
                        .method(method, BodyPublishers.ofString("{}")),
                bearer(ownersToken));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
        assertThat(issue(answer)).isEqualTo("not-supported");
    }

    @Test
    void nobody_isAskedWhoTheyAre_evenWithTheCookieOfSomebodyWhoSignedIn() {
        HttpResponse<String> answer = get("/Patient", Map.of());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(issue(answer)).isEqualTo("login");
        assertThat(get("/Patient", Map.of("Accept", "application/fhir+xml")).body())
                .startsWith("<OperationOutcome");
        assertThat(owner.get("/fhir/Patient").statusCode()).isEqualTo(401);
    }

    @Test
    void therapist_readsTheirOwnClients_andNobodyElses() {
        Wire one = owner.invite("THERAPIST", "fhir-one");
        Wire two = owner.invite("THERAPIST", "fhir-two");
        String ofOne = added(one, "Of One");
        String ofTwo = added(two, "Of Two");
        IGenericClient asOne = client(token(one, "mine"));
        IGenericClient asTwo = client(token(two, "mine"));

        assertThat(ids(asOne.search()
                        .forResource(Patient.class)
                        .returnBundle(Bundle.class)
                        .execute()))
                .containsExactly(ofOne);
        assertThat(ids(asTwo.search()
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
                        .byUrl(base() + "/Patient/" + ofTwo + "/$everything")
                        .returnBundle(Bundle.class)
                        .execute())
                .isInstanceOf(ForbiddenOperationException.class);
        assertThat(ids(asOne.search()
                        .byUrl("Patient?_id=" + ofTwo + "," + ofOne)
                        .returnBundle(Bundle.class)
                        .execute()))
                .containsExactly(ofOne);
        assertThat(owner.page("/practice/audit").text())
                .contains("read a client by FHIR")
                .contains("fhir-one");
        assertThat(practice.log()).doesNotContain(ofTwo).doesNotContain(ofOne);
    }

    private static String added(Wire by, String name) {
        return by.send(by.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst(".*/clients/", "");
    }

    @Test
    void token_thatItsOwnerEnded_opensNothing_andAnAssistantMakesNone() {
        Wire other = owner.invite("THERAPIST", "fhir-ending");
        String token = token(other, "for a while");
        assertThat(get("/Patient", bearer(token)).statusCode()).isEqualTo(200);
        other.send(other.page("/account/tokens").expectFirst(named("end-grant")), Map.of());
        assertThat(get("/Patient", bearer(token)).statusCode()).isEqualTo(401);

        Wire assistant = owner.invite("ASSISTANT", "fhir-assistant");
        assertThat(assistant.get("/account/tokens").statusCode()).isEqualTo(403);
    }

    @Test
    void erasedClient_isGone() {
        String gone = added(owner, "Somebody Gone");
        assertThat(get("/Patient/" + gone, bearer(ownersToken)).statusCode()).isEqualTo(200);
        var form = owner.page("/clients/" + gone + "/erase").expectFirst(named("erase"));
        owner.send(form, Map.of("name", "Somebody Gone", "for-ever", "on"));
        HttpResponse<String> answer = get("/Patient/" + gone, bearer(ownersToken));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(410);
        assertThat(issue(answer)).isEqualTo("deleted");
    }

    @Test
    void registeredProgram_readsWhatItsScopesName_andNothingByAnAssertionShownTwice() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_384).keyID("k1").generate();
        var programs = owner.send(
                owner.page("/practice/programs").expectFirst(named("register-program")),
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
        HttpResponse<String> configuration = get("/.well-known/smart-configuration", Map.of());
        assertThat(configuration.body()).contains("private_key_jwt").contains(base() + "/auth/token");

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
        assertThat(get("/Patient?_count=1", bearer(token)).statusCode()).isEqualTo(200);
        HttpResponse<String> beyond = get("/Observation?patient=" + ana, bearer(token));
        assertThat(beyond.statusCode()).isEqualTo(403);
        assertThat(issue(beyond)).isEqualTo("forbidden");
        assertThat(get("/Patient/" + ana, bearer(token)).statusCode()).isEqualTo(200);
        assertThat(get("/Patient?_id=" + ana + "&_revinclude=Provenance:target", bearer(token))
                        .body())
                .doesNotContain("\"Provenance\"");
        assertThat(get("/Patient/" + ana + "/$everything", bearer(token)).body())
                .contains("\"Patient\"")
                .doesNotContain("\"Observation\"");
        assertThat(owner.page("/practice/audit").text()).contains("A registered program: the registry");

        owner.send(owner.page("/practice/programs").expectFirst(named("end-grant")), Map.of());
        assertThat(get("/Patient", bearer(token)).statusCode()).isEqualTo(401);
    }

    private String assertion(ECKey key, String program) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("k1").build(),
                new JWTClaimsSet.Builder()
                        .issuer(program)
                        .subject(program)
                        .audience(base() + "/auth/token")
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
        return send(
                HttpRequest.newBuilder(URI.create(base() + "/auth/token")).POST(BodyPublishers.ofString(body)),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void keysOrScopesThatAreNone_areSaidBesideTheirField() {
        var page = owner.send(
                owner.page("/practice/programs").expectFirst(named("register-program")),
                Map.of("name", "", "publicKeys", "{}", "scopes", "system/Patient.cruds"));
        assertThat(page.select(".problem:not([hidden])")).hasSize(3);
    }

    /** Last, for from then on wrong tokens from this address wait. */
    @Test
    @Order(AFTER_ALL_OTHERS)
    void guesses_wait_andWhoeverHasAGoodTokenDoesNot() {
        HttpResponse<String> last = get("/Patient", bearer("x"));
        for (int guess = 0; guess < 25 && last.statusCode() != 429; guess++) {
            assertThat(last.statusCode()).isEqualTo(401);
            last = get("/Patient", bearer("guess-" + guess));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(issue(last)).isEqualTo("throttled");
        assertThat(get("/Patient?_count=1", bearer(ownersToken)).statusCode()).isEqualTo(200);
    }
}
