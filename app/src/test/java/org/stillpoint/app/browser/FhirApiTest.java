package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.FhirValidation;
import org.stillpoint.exchange.fhir.check.OneValidation;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.served.ServedType;

/** The record read by programs of others: a stock client of FHIR asks, over the wire of a practice of its own. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(FhirSite.ONE_AT_A_TIME)
class FhirApiTest {
    private static final String EVERYTHING = "$everything";

    /** All kinds but the account, which grows with each page that is read. */
    private static final String RECORD = Arrays.stream(ServedType.values())
            .filter(type -> type != ServedType.AUDIT_EVENT)
            .map(ServedType::fhirName)
            .collect(Collectors.joining(","));

    private final FhirValidation validation = OneValidation.VALIDATION;
    private FhirSite site;

    @BeforeAll
    void openTheRecord(@TempDir Path folder) throws Exception {
        site = new FhirSite(folder);
        site.open();
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
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
        CapabilityStatement said = FhirSite.CONTEXT
                .newRestfulGenericClient(site.base())
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute();

        assertThat(said.getRestFirstRep().getResource())
                .extracting(each -> each.getType())
                .contains("Patient", "Observation", "Provenance", "CodeSystem")
                .contains("CarePlan", "Goal", "Task", "AuditEvent")
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
        assertThat(site.get("/metadata", Map.of("Accept", "application/fhir+xml"))
                        .body())
                .startsWith("<CapabilityStatement");
    }

    @Test
    void patients_comePageByPage_eachOnce_andTheLinksStayGood() {
        IGenericClient client = site.client(site.ownersToken());
        Bundle first = client.search()
                .forResource(Patient.class)
                .count(2)
                .returnBundle(Bundle.class)
                .execute();
        assertThat(resources(first, SearchEntryMode.MATCH)).hasSize(2);
        String next = first.getLink("next").getUrl();
        Set<String> second = FhirSite.ids(
                client.loadPage().byUrl(next).andReturnBundle(Bundle.class).execute());
        List<Resource> all = allPages(client, first);

        assertThat(all)
                .hasSize(first.getTotal())
                .extracting(each -> each.getIdPart())
                .doesNotHaveDuplicates();
        assertThat(all).extracting(each -> each.getIdPart()).contains(site.ana());
        assertThat(FhirSite.ids(client.loadPage()
                        .byUrl(next)
                        .andReturnBundle(Bundle.class)
                        .execute()))
                .isNotEmpty()
                .isEqualTo(second);
    }

    @Test
    void search_byCodeCategoryAndDate_findsNoOther_andAddsWhatIsAskedFor() {
        IGenericClient client = site.client(site.ownersToken());
        Bundle found = client.search()
                .byUrl("Observation?patient=Patient/" + site.ana()
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
                .byUrl("Observation?patient=" + site.ana() + "&date=eb1990")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(none.getTotal()).isZero();
        FhirCheck check = validation.check(FhirR4.json(found));
        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).isEmpty();
    }

    @Test
    void search_byPost_orAsXml_findsTheSame() {
        IGenericClient client = site.client(site.ownersToken());
        Set<String> byGet = FhirSite.ids(client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(site.ana()))
                .returnBundle(Bundle.class)
                .execute());
        Set<String> byPost = FhirSite.ids(client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(site.ana()))
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute());
        client.setEncoding(EncodingEnum.XML);
        Set<String> asXml = FhirSite.ids(client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(site.ana()))
                .returnBundle(Bundle.class)
                .execute());
        assertThat(byPost).isNotEmpty().isEqualTo(byGet).isEqualTo(asXml);
    }

    @Test
    void everything_isAllOfOneClient_pageByPage_andPointsToNobodyElse() {
        IGenericClient client = site.client(site.ownersToken());
        Bundle first = everything(client, RECORD);
        List<Resource> all = allPages(client, first);

        assertThat(all).hasSize(first.getTotal());
        assertThat(all)
                .filteredOn(Patient.class::isInstance)
                .extracting(Resource::getIdPart)
                .containsExactly(site.ana());
        assertThat(all)
                .extracting(Resource::fhirType)
                .contains("Observation", "Encounter", "Provenance", "CarePlan")
                .doesNotContain("AuditEvent");
        Set<String> there = all.stream()
                .map(each -> each.fhirType() + "/" + each.getIdPart())
                .collect(Collectors.toCollection(HashSet::new));
        all.stream()
                .filter(each -> !(each instanceof Bundle))
                .flatMap(each -> FhirSite.CONTEXT.newTerser().getAllResourceReferences(each).stream())
                .map(info -> info.getResourceReference().getReferenceElement())
                .filter(to -> to.getValue() != null && !to.getValue().isEmpty())
                .forEach(to -> assertThat(there).contains(to.getResourceType() + "/" + to.getIdPart()));
        Bundle some = client.search()
                .byUrl(site.base() + "/Patient/" + site.ana() + "/$everything?_type=Condition,Patient")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(resources(some, SearchEntryMode.MATCH))
                .isNotEmpty()
                .allMatch(each -> each instanceof Condition || each instanceof Patient);
    }

    /** @param kinds with commas between them, which HAPI's own parameters would escape */
    private Bundle everything(IGenericClient client, String kinds) {
        return client.search()
                .byUrl(site.base() + "/Patient/" + site.ana() + "/" + EVERYTHING + "?_count=20&_type=" + kinds)
                .returnBundle(Bundle.class)
                .execute();
    }

    /** Who did and read what is among everything, with each page that was read, and is searched like the rest. */
    @Test
    void account_isReadLikeTheRest_andHoldsThatItIs() {
        IGenericClient client = site.client(site.ownersToken());
        Bundle first = client.search()
                .byUrl("AuditEvent?patient=" + site.ana()
                        + "&subtype=read-by-api&_include=AuditEvent:patient&_count=200")
                .returnBundle(Bundle.class)
                .execute();
        Bundle second = client.search()
                .byUrl("AuditEvent?patient=" + site.ana() + "&subtype=read-by-api&_summary=count")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(first.getTotal()).isPositive();
        assertThat(second.getTotal()).isEqualTo(first.getTotal() + 1);
        assertThat(resources(first, SearchEntryMode.INCLUDE)).singleElement().isInstanceOf(Patient.class);
        FhirCheck check = validation.check(FhirR4.json(first));
        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).isEmpty();

        Bundle asked = client.operation()
                .onInstance("Patient/" + site.ana())
                .named(EVERYTHING)
                .withSearchParameter(Parameters.class, "_count", new ca.uhn.fhir.rest.param.StringParam("200"))
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
        List<Resource> whole = allPages(client, asked);
        assertThat(whole).extracting(Resource::getIdPart).doesNotHaveDuplicates();
        assertThat(whole)
                .filteredOn(AuditEvent.class::isInstance)
                .hasSizeGreaterThan(first.getTotal())
                .allMatch(each -> FhirR4.json(each).contains("Patient/" + site.ana()));
        assertThat(whole).filteredOn(Patient.class::isInstance).hasSize(1);
        assertThat(site.get("/AuditEvent", FhirSite.bearer(site.ownersToken())).statusCode())
                .isEqualTo(400);
    }

    @Test
    void read_ofWhatIsUnchanged_saysSo() {
        HttpResponse<String> first = site.get("/Patient/" + site.ana(), FhirSite.bearer(site.ownersToken()));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(first.headers().firstValue("X-Powered-By")).isEmpty();
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(site.with("/Patient/" + site.ana(), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(site.with("/Patient/" + site.ana(), "If-None-Match", "W/\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.with("/Patient/" + site.ana(), "If-Modified-Since", modified)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.with("/Patient/" + site.ana(), "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.with("/Patient/" + site.ana(), "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void read_ofEachKindThatIsFound_isWhatWasFound() {
        IGenericClient client = site.client(site.ownersToken());
        for (ServedType type : ServedType.values()) {
            String of = type.clientParameters().isEmpty()
                    ? ""
                    : type.clientParameters().getFirst() + "=" + site.ana() + "&";
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
        assertThat(site.get("/Patient?_summary=count", FhirSite.bearer(site.ownersToken()))
                        .body())
                .contains("\"total\"")
                .doesNotContain("\"entry\"");
        assertThat(site.get(
                                "/Observation?patient=" + site.ana() + "&_elements=status&_count=1",
                                FhirSite.bearer(site.ownersToken()))
                        .body())
                .contains("\"status\"")
                .doesNotContain("valueQuantity");
        assertThat(site.get("/Patient/" + site.ana() + "?_summary=text", FhirSite.bearer(site.ownersToken()))
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
        HttpResponse<String> answer = site.get(path.replace("ANA", site.ana()), FhirSite.bearer(site.ownersToken()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(FhirSite.issue(answer)).isEqualTo(code);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({"/RiskAssessment/1", "/Medication?patient=ANA", "/Patient/ANA/_history", "/Patient/ANA/$validate"})
    void whatIsNotDone_isAnOutcomeOfTheClientsFault(String path) {
        HttpResponse<String> answer = site.get(path.replace("ANA", site.ana()), FhirSite.bearer(site.ownersToken()));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 405);
        FhirSite.issue(answer);
    }

    @Test
    void unknownParameter_isPassedOverAndSaid_orRefusedWhereStrict() {
        String path = "/Observation?patient=" + site.ana() + "&colour=blue&_count=1";
        HttpResponse<String> lenient = site.get(path, FhirSite.bearer(site.ownersToken()));
        Bundle found = FhirSite.CONTEXT.newJsonParser().parseResource(Bundle.class, lenient.body());
        assertThat(resources(found, SearchEntryMode.OUTCOME)).hasSize(1);
        assertThat(found.getLink("self").getUrl()).doesNotContain("colour");

        HttpResponse<String> strict = site.with(path, "Prefer", "handling=strict");
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(FhirSite.issue(strict)).isEqualTo("not-supported");
        assertThat(site.with(path.replace("&colour=blue", ""), "Prefer", "handling=strict")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "POST"})
    void writing_isRefused(String method) {
        HttpResponse<String> answer = FhirSite.send(
                HttpRequest.newBuilder(URI.create(site.base() + "/Patient/" + site.ana()))
                        .header("Content-Type", "application/fhir+json")
                        .method(method, BodyPublishers.ofString("{}")),
                FhirSite.bearer(site.ownersToken()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
        assertThat(FhirSite.issue(answer)).isEqualTo("not-supported");
    }

    @Test
    void erasedClient_isGone() {
        String gone = FhirSite.added(site.owner(), "Somebody Gone");
        assertThat(site.get("/Patient/" + gone, FhirSite.bearer(site.ownersToken()))
                        .statusCode())
                .isEqualTo(200);
        var form = site.owner().page("/clients/" + gone + "/erase").expectFirst(named("erase"));
        site.owner().send(form, Map.of("name", "Somebody Gone", "for-ever", "on"));
        HttpResponse<String> answer = site.get("/Patient/" + gone, FhirSite.bearer(site.ownersToken()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(410);
        assertThat(FhirSite.issue(answer)).isEqualTo("deleted");
    }
}
