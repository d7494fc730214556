package org.stillpoint.exchange.fhir.served;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;
import org.stillpoint.exchange.fhir.served.ServedParameter.ParameterKind;

/** The kinds of resources that are asked for, each with what it is searched by beside {@code _id} and {@code _lastUpdated}. */
public enum ServedType {
    PATIENT(Patient.class, ServedWhose.CLIENT, token("identifier")),
    RELATED_PERSON(RelatedPerson.class, ServedWhose.OF_A_CLIENT),
    CONDITION(
            Condition.class,
            ServedWhose.OF_A_CLIENT,
            token("code"),
            token("category"),
            token("verification-status", "verificationStatus"),
            date("onset-date", "onset[x]")),
    PROCEDURE(
            Procedure.class,
            ServedWhose.OF_A_CLIENT,
            token("code"),
            token("category"),
            token("status"),
            date("date", "performed[x]")),
    OBSERVATION(
            Observation.class,
            ServedWhose.OF_A_CLIENT,
            token("code"),
            token("category"),
            token("status"),
            date("date", "effective[x]")),
    QUESTIONNAIRE_RESPONSE(
            QuestionnaireResponse.class,
            ServedWhose.OF_A_CLIENT,
            token("status"),
            date("authored", "authored"),
            uri("questionnaire", "questionnaire")),
    ADVERSE_EVENT(AdverseEvent.class, ServedWhose.OF_A_CLIENT, token("event"), date("date", "date")),
    FLAG(Flag.class, ServedWhose.OF_A_CLIENT, date("date", "period")),
    CONSENT(Consent.class, ServedWhose.OF_A_CLIENT, token("category"), token("status"), date("date", "dateTime")),
    ENCOUNTER(Encounter.class, ServedWhose.OF_A_CLIENT, token("class"), token("status"), date("date", "period")),
    DOCUMENT_REFERENCE(
            DocumentReference.class,
            ServedWhose.OF_A_CLIENT,
            token("type"),
            token("category"),
            token("status"),
            date("date", "date")),
    APPOINTMENT(Appointment.class, ServedWhose.OF_A_CLIENT, token("status"), date("date", "start")),
    DETECTED_ISSUE(DetectedIssue.class, ServedWhose.OF_A_CLIENT, token("code"), date("identified", "identified[x]")),
    CARE_PLAN(CarePlan.class, ServedWhose.OF_A_CLIENT, token("category"), token("status"), date("date", "period")),
    GOAL(
            Goal.class,
            ServedWhose.OF_A_CLIENT,
            token("lifecycle-status", "lifecycleStatus"),
            date("start-date", "start[x]")),
    TASK(
            Task.class,
            ServedWhose.OF_A_CLIENT,
            token("code"),
            token("status"),
            token("intent"),
            date("authored-on", "authoredOn"),
            date("modified", "lastModified")),
    AUDIT_EVENT(
            AuditEvent.class,
            ServedWhose.OF_A_CLIENT,
            token("type"),
            token("subtype"),
            token("action"),
            token("outcome"),
            date("date", "recorded")),
    PROVENANCE(
            Provenance.class,
            ServedWhose.OF_A_CLIENT,
            new ServedParameter("target", ParameterKind.REFERENCE, "target"),
            date("recorded", "recorded")),
    BUNDLE(Bundle.class, ServedWhose.OF_A_CLIENT),
    PRACTITIONER(Practitioner.class, ServedWhose.PRACTICE, token("identifier"), token("active")),
    PRACTITIONER_ROLE(
            PractitionerRole.class,
            ServedWhose.PRACTICE,
            token("role", "code"),
            new ServedParameter("practitioner", ParameterKind.REFERENCE, "practitioner")),
    ORGANIZATION(Organization.class, ServedWhose.PRACTICE, token("active")),
    CODE_SYSTEM(CodeSystem.class, ServedWhose.PUBLISHED, uri("url", "url")),
    VALUE_SET(ValueSet.class, ServedWhose.PUBLISHED, uri("url", "url")),
    CONCEPT_MAP(ConceptMap.class, ServedWhose.PUBLISHED, uri("url", "url")),
    STRUCTURE_DEFINITION(StructureDefinition.class, ServedWhose.PUBLISHED, uri("url", "url")),
    QUESTIONNAIRE(Questionnaire.class, ServedWhose.PUBLISHED, uri("url", "url"));

    /** Whose resources are. */
    public enum ServedWhose {
        /** The client themselves. */
        CLIENT,
        /** Of one client, who has to be named by whoever searches. */
        OF_A_CLIENT,
        /** The practice, and who works there. */
        PRACTICE,
        /** What is published for whoever receives our FHIR: nobody's. */
        PUBLISHED
    }

    private final Class<? extends Resource> resource;
    private final ServedWhose whose;
    private final List<ServedParameter> parameters;

    ServedType(Class<? extends Resource> resource, ServedWhose whose, ServedParameter... parameters) {
        this.resource = resource;
        this.whose = whose;
        this.parameters = List.of(parameters);
    }

    private static ServedParameter token(String name) {
        return token(name, name);
    }

    private static ServedParameter token(String name, String element) {
        return new ServedParameter(name, ParameterKind.TOKEN, element);
    }

    private static ServedParameter date(String name, String element) {
        return new ServedParameter(name, ParameterKind.DATE, element);
    }

    private static ServedParameter uri(String name, String element) {
        return new ServedParameter(name, ParameterKind.URI, element);
    }

    public Class<? extends Resource> resource() {
        return resource;
    }

    public ServedWhose whose() {
        return whose;
    }

    /** As FHIR calls it. */
    public String fhirName() {
        return resource.getSimpleName();
    }

    /** What it is searched by, but for what all are, and for whose it is. */
    public List<ServedParameter> parameters() {
        return parameters;
    }

    /** What names the client: R4 has either for most, one for some, and for a bundle none. */
    public List<String> clientParameters() {
        return switch (this) {
            case RELATED_PERSON, APPOINTMENT, PROVENANCE, AUDIT_EVENT -> List.of("patient");
            case ADVERSE_EVENT -> List.of("subject");
            case CONSENT, DETECTED_ISSUE -> List.of("patient");
            case BUNDLE -> List.of();
            default -> whose == ServedWhose.OF_A_CLIENT ? List.of("patient", "subject") : List.of();
        };
    }

    public static Optional<ServedType> find(String fhirName) {
        return Arrays.stream(values())
                .filter(type -> type.fhirName().equals(fhirName))
                .findFirst();
    }
}
