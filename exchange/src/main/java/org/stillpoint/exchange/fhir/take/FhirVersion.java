package org.stillpoint.exchange.fhir.take;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.stillpoint.words.FhirWords;

/**
 * Which version of FHIR a text is, told before it is parsed: a parser for R4 reads other versions without complaint and drops what it does not
 * know. A resource does not say its version, so that it is told by what only one version has. Where nothing tells, it is taken for R4.
 */
enum FhirVersion {
    DSTU2(FhirWords.VERSION_DSTU2),
    STU3(FhirWords.VERSION_STU3),
    R4B(FhirWords.VERSION_R4B),
    R5(FhirWords.VERSION_R5);

    /** Resource types of one version alone, read from the lists of types of each (November 2026). */
    private static final Set<String> DSTU2_TYPES =
            Set.of("MedicationOrder", "DiagnosticOrder", "Conformance", "Order", "OrderResponse");

    private static final Set<String> STU3_TYPES = Set.of(
            "ProcedureRequest",
            "ReferralRequest",
            "EligibilityRequest",
            "EligibilityResponse",
            "ImagingManifest",
            "DeviceComponent",
            "BodySite",
            "DataElement",
            "ServiceDefinition",
            "ExpansionProfile",
            "ProcessRequest",
            "ProcessResponse");

    private static final Set<String> R4B_TYPES = Set.of(
            "MedicinalProductDefinition",
            "PackagedProductDefinition",
            "AdministrableProductDefinition",
            "ManufacturedItemDefinition",
            "RegulatedAuthorization",
            "ClinicalUseDefinition",
            "Ingredient",
            "SubstanceDefinition",
            "NutritionProduct",
            "SubscriptionStatus",
            "SubscriptionTopic",
            "Citation",
            "EvidenceReport");

    private static final Set<String> R5_TYPES = Set.of(
            "ActorDefinition",
            "ArtifactAssessment",
            "BiologicallyDerivedProductDispense",
            "DeviceAssociation",
            "DeviceUsage",
            "EncounterHistory",
            "FormularyItem",
            "GenomicStudy",
            "ImagingSelection",
            "InventoryItem",
            "InventoryReport",
            "NutritionIntake",
            "Permission",
            "Requirements",
            "TestPlan",
            "Transport");

    private final FhirWords refusal;

    FhirVersion(FhirWords refusal) {
        this.refusal = refusal;
    }

    FhirWords refusal() {
        return refusal;
    }

    /**
     * The version of a text, where it is another than R4.
     *
     * @throws org.stillpoint.exchange.BadInput if it is damaged
     */
    static Optional<FhirVersion> findOther(String name, String text, boolean isXml) {
        return isXml ? ofXml(name, text) : ofJson(name, text);
    }

    private static Optional<FhirVersion> ofType(String type) {
        if (DSTU2_TYPES.contains(type)) {
            return Optional.of(DSTU2);
        }
        if (STU3_TYPES.contains(type)) {
            return Optional.of(STU3);
        }
        if (R4B_TYPES.contains(type)) {
            return Optional.of(R4B);
        }
        return R5_TYPES.contains(type) ? Optional.of(R5) : Optional.empty();
    }

    private static Optional<FhirVersion> ofProfile(String profile) {
        if (profile.contains("hl7.org/fhir/5.0")) {
            return Optional.of(R5);
        }
        if (profile.contains("hl7.org/fhir/4.3")) {
            return Optional.of(R4B);
        }
        if (profile.contains("hl7.org/fhir/3.0") || profile.contains("/STU3/")) {
            return Optional.of(STU3);
        }
        return profile.contains("hl7.org/fhir/1.0") || profile.contains("/DSTU2/")
                ? Optional.of(DSTU2)
                : Optional.empty();
    }

    private static Optional<FhirVersion> ofJson(String name, String text) {
        JsonNode tree;
        try {
            tree = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException damaged) {
            throw FhirFile.bad(name, FhirWords.DAMAGED);
        }
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(tree);
        Optional<FhirVersion> old = Optional.empty();
        while (!open.isEmpty()) {
            JsonNode node = open.poll();
            Optional<FhirVersion> told = ofNode(node);
            if (told.filter(version -> version != STU3).isPresent()) {
                return told;
            }
            old = old.isPresent() ? old : told; // DSTU2 has some of what STU3 has, and more
            node.forEach(open::add);
        }
        return old;
    }

    private static Optional<FhirVersion> ofNode(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        for (JsonNode profile : node.path("meta").path("profile")) {
            Optional<FhirVersion> told = ofProfile(profile.asText());
            if (told.isPresent()) {
                return told;
            }
        }
        if (node.path("family").isArray()) {
            return Optional.of(DSTU2);
        }
        String type = node.path("resourceType").asText("");
        return switch (type) {
            case "Questionnaire" -> ofQuestionnaire(node);
            case "Bundle" -> node.has("issues") ? Optional.of(R5) : Optional.empty();
            case "Condition", "AllergyIntolerance" -> {
                if (type.equals("Condition") && node.has("patient")) {
                    yield Optional.of(DSTU2);
                }
                yield node.path("clinicalStatus").isTextual()
                                || node.path("verificationStatus").isTextual()
                        ? Optional.of(STU3)
                        : Optional.empty();
            }
            case "Encounter" -> {
                if (node.path("class").isTextual()) {
                    yield Optional.of(DSTU2);
                }
                yield node.path("class").isArray() || node.has("actualPeriod") ? Optional.of(R5) : Optional.empty();
            }
            case "Procedure" ->
                node.has("occurrenceDateTime") || node.has("occurrencePeriod") ? Optional.of(R5) : Optional.empty();
            default -> ofType(type);
        };
    }

    /** DSTU2 has one group, STU3 options and answers that are there, R5 answers that are constrained and a type of codes alone. */
    private static Optional<FhirVersion> ofQuestionnaire(JsonNode node) {
        if (node.has("group")) {
            return Optional.of(DSTU2);
        }
        if (node.has("copyrightLabel")
                || node.has("versionAlgorithmString")
                || node.findValue("answerConstraint") != null
                || node.findValue("disabledDisplay") != null
                || node.findValuesAsText("type").contains("coding")) {
            return Optional.of(R5);
        }
        return node.path("item").findValue("option") != null
                        || node.path("item").findValue("options") != null
                        || node.path("item").findValue("hasAnswer") != null
                ? Optional.of(STU3)
                : Optional.empty();
    }

    private static Optional<FhirVersion> ofXml(String name, String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            Deque<String> path = new ArrayDeque<>();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    Optional<FhirVersion> told = ofElement(reader, path.isEmpty() ? "" : path.peek());
                    if (told.isPresent()) {
                        return told;
                    }
                    path.push(reader.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    path.pop();
                }
            }
            return Optional.empty();
        } catch (XMLStreamException damaged) {
            throw FhirFile.bad(name, FhirWords.DAMAGED);
        }
    }

    private static Optional<FhirVersion> ofElement(XMLStreamReader reader, String parent) {
        String element = reader.getLocalName();
        String value =
                Optional.ofNullable(reader.getAttributeValue(null, "value")).orElse("");
        return switch (element) {
            case "profile" -> ofProfile(value);
            case "issues" -> parent.equals("Bundle") ? Optional.of(R5) : Optional.empty();
            case "patient" -> parent.equals("Condition") ? Optional.of(DSTU2) : Optional.empty();
            case "clinicalStatus", "verificationStatus" -> value.isEmpty() ? Optional.empty() : Optional.of(STU3);
            case "class" -> parent.equals("Encounter") && !value.isEmpty() ? Optional.of(DSTU2) : Optional.empty();
            case "actualPeriod" -> parent.equals("Encounter") ? Optional.of(R5) : Optional.empty();
            default -> ofType(element);
        };
    }
}
