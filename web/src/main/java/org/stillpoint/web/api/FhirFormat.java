package org.stillpoint.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** In what form an answer is asked for. */
final class FhirFormat {
    /** FHIR R4, 3.1.0.1.11, and what clients say for "anything". */
    private static final Set<String> KNOWN = Set.of(
            "application/fhir+json",
            "application/fhir+xml",
            "application/json+fhir",
            "application/xml+fhir",
            "application/json",
            "application/xml",
            "text/json",
            "text/xml",
            "json",
            "xml",
            "*/*",
            "application/*");

    private FhirFormat() {}

    /** What was said: by {@code _format} of the address, else by {@code Accept}; empty where nothing was. */
    static String asked(HttpServletRequest request) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return Stream.of(query.split("&", -1))
                .filter(part -> part.startsWith("_format="))
                .map(part -> java.net.URLDecoder.decode(
                                part.substring("_format=".length()).replace("+", "%2B"),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .strip())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(request.getHeader("Accept"), ""));
    }

    /** Whether it can be had so. */
    static boolean isKnown(HttpServletRequest request) {
        String asked = asked(request);
        return asked.isBlank()
                || Stream.of(asked.split(",", -1))
                        .map(one -> one.replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT))
                        .anyMatch(KNOWN::contains);
    }
}
