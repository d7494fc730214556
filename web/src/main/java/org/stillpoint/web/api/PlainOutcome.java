package org.stillpoint.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An OperationOutcome of one issue, written without FHIR's library, which nobody loads who may not come in. Its texts are constants of ours: none
 * needs escaping.
 *
 * @param status of HTTP
 * @param code of FHIR's issue types
 * @param says to whoever wrote the program
 */
record PlainOutcome(int status, String code, String says) {
    static final PlainOutcome CLOSED =
            new PlainOutcome(404, "not-found", "This practice lets nobody read its record by FHIR.");
    static final PlainOutcome WHO = new PlainOutcome(
            401, "login", "Show a token of somebody who works here, or of a program that was registered.");
    static final PlainOutcome WAIT = new PlainOutcome(429, "throttled", "Too many wrong tokens. Wait.");
    static final PlainOutcome READS_ONLY =
            new PlainOutcome(405, "not-supported", "This only reads: GET, and POST of a search or of $everything.");
    static final PlainOutcome FORMAT = new PlainOutcome(
            406, "not-supported", "Answers are application/fhir+json or application/fhir+xml: say either, or nothing.");
    static final PlainOutcome UNAVAILABLE =
            new PlainOutcome(503, "transient", "The record does not answer. Ask again.");

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean xml = wantsXml(request);
        response.setStatus(status);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType(xml ? "application/fhir+xml" : "application/fhir+json");
        response.getWriter()
                .write((xml
                                ? "<OperationOutcome xmlns=\"http://hl7.org/fhir\"><issue><severity value=\"error\"/>"
                                        + "<code value=\"%s\"/><diagnostics value=\"%s\"/></issue></OperationOutcome>"
                                : "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                                        + "\"code\":\"%s\",\"diagnostics\":\"%s\"}]}")
                        .formatted(code, says));
    }

    private static boolean wantsXml(HttpServletRequest request) {
        String format = FhirFormat.asked(request).toLowerCase(Locale.ROOT);
        return format.contains("xml") && !format.contains("json");
    }
}
