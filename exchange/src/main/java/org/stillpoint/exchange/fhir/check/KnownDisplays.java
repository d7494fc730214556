package org.stillpoint.exchange.fhir.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.stillpoint.exchange.fhir.check.FhirCheck.CheckFinding;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.own.OwnResources;

/** What codes are called: the validator inside HAPI asks whether a code is known, and never whether its display is that code's own. */
final class KnownDisplays {
    private static final String ID = "wrong-display";

    private final Map<String, String> displays = new HashMap<>();

    KnownDisplays() {
        OwnResources.shippedOfOthers().forEach(this::learn);
        OwnResources.list().values().stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .forEach(this::learn);
    }

    private void learn(CodeSystem system) {
        system.getConcept().stream()
                .filter(CodeSystem.ConceptDefinitionComponent::hasDisplay)
                .forEach(concept -> displays.put(system.getUrl() + "|" + concept.getCode(), concept.getDisplay()));
    }

    /** A warning for each display that is not its code's. */
    List<CheckFinding> check(String text) {
        IBaseResource resource;
        try {
            resource = (text.stripLeading().startsWith("<")
                            ? FhirR4.context().newXmlParser()
                            : FhirR4.context().newJsonParser())
                    .parseResource(text);
        } catch (RuntimeException saidByTheValidator) {
            return List.of();
        }
        return FhirR4.context().newTerser().getAllPopulatedChildElementsOfType(resource, Coding.class).stream()
                .filter(Coding::hasDisplay)
                .flatMap(coding -> find(coding).stream())
                .toList();
    }

    private Optional<CheckFinding> find(Coding coding) {
        String code = coding.getSystem() + "|" + coding.getCode();
        return Optional.ofNullable(displays.get(code))
                .filter(display -> !display.equals(coding.getDisplay()))
                .map(display ->
                        new CheckFinding(ID, code, "\"%s\" is called \"%s\"".formatted(coding.getDisplay(), display)));
    }
}
