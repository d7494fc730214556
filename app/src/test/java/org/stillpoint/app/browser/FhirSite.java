package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jsoup.nodes.Document;
import org.stillpoint.exchange.fhir.own.FhirR4;

/** A demo practice with a token of its owner, for programs that read it. */
final class FhirSite implements AutoCloseable {
    /** Classes about it run beside browsers; their tests, and they themselves, one after the other. */
    static final String ONE_AT_A_TIME = "FHIR";

    static final FhirContext CONTEXT = FhirR4.context();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningPractice practice;
    private final Wire owner;
    private final String ownersToken;
    private final String ana;

    /** Started, and not open to programs yet. */
    FhirSite(Path folder) throws Exception {
        practice = RunningPractice.start(folder.resolve("data"), "--demo", "--lock-minutes", "60");
        owner = new Wire(practice.address()).signIn();
        ownersToken = token(owner, "a table");
        ana = owner.client("Ana Marin").replaceFirst(".*/clients/", "");
    }

    Document open() {
        return owner.send(owner.page("/practice/programs").expectFirst(named("open-api")), Map.of());
    }

    RunningPractice practice() {
        return practice;
    }

    Wire owner() {
        return owner;
    }

    String ownersToken() {
        return ownersToken;
    }

    /** The id of a client of whom there is much. */
    String ana() {
        return ana;
    }

    @Override
    public void close() throws Exception {
        practice.close();
    }

    static String token(Wire whose, String name) {
        return whose.send(whose.page("/account/tokens").expectFirst(named("make-token")), Map.of("name", name))
                .expectFirst(named("api-token"))
                .text();
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    String base() {
        return practice.address() + "/fhir";
    }

    IGenericClient client(String token) {
        CONTEXT.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        CONTEXT.getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient client = CONTEXT.newRestfulGenericClient(base());
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return client;
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(URI.create(base() + path)), headers);
    }

    HttpResponse<String> with(String path, String header, String value) {
        return get(path, Map.of("Authorization", "Bearer " + ownersToken, header, value));
    }

    static HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one issue of an answer that has to be an outcome. */
    static String issue(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("fhir+json");
        OperationOutcome outcome = CONTEXT.newJsonParser().parseResource(OperationOutcome.class, answer.body());
        assertThat(outcome.getIssue()).hasSize(1);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).isNotBlank();
        return outcome.getIssueFirstRep().getCode().toCode();
    }

    static Set<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }

    static String added(Wire by, String name) {
        return by.send(by.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst(".*/clients/", "");
    }
}
