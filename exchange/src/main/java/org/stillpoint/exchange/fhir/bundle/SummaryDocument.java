package org.stillpoint.exchange.fhir.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Procedure;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.resource.FhirEntries;
import org.stillpoint.exchange.fhir.resource.FhirEvent;
import org.stillpoint.exchange.fhir.resource.FhirPerson;
import org.stillpoint.exchange.fhir.resource.FhirPerson.PersonTold;
import org.stillpoint.exchange.fhir.resource.FhirPractice;
import org.stillpoint.exchange.fhir.resource.FhirText;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.work.ClientFile;

/**
 * A summary in the shape of an International Patient Summary: what was told as injuries and operations; of medication and allergies, that there is no
 * information. It claims no conformance, for the published package was not at hand to check it against.
 */
public final class SummaryDocument {
    private SummaryDocument() {}

    public static Bundle of(ClientFile file) {
        FhirEntries document = new FhirEntries();
        Composition composition = new Composition()
                .setStatus(CompositionStatus.FINAL)
                .setType(KnownCode.PATIENT_SUMMARY.concept())
                .setSubject(FhirEntries.to(file.client().id().toString()))
                .setTitle(KnownCode.PATIENT_SUMMARY.row().display());
        composition.setDateElement(new DateTimeType(file.madeAt().toString()));
        document.add(FhirEntries.derived("summary", file.client().id()), composition);
        new FhirPerson().write(new PersonTold(file.client(), alone(file.contact())), document);
        Optional<String> practice = FhirPractice.write(file.practice(), document);
        composition.addAuthor(
                FhirEntries.to(practice.orElseGet(() -> file.client().id().toString())));
        file.events().stream()
                .filter(event -> event.told().kind() != EventKind.CHALLENGING_LIFE_EXPERIENCE)
                .map(event -> event.lockedBy(Optional.empty())) // the session is not in this document
                .forEach(event -> new FhirEvent().write(event, document));
        composition.addSection(section(KnownCode.PROBLEMS_SECTION, document.list(Condition.class)));
        composition.addSection(section(KnownCode.MEDICATIONS_SECTION, List.of()));
        composition.addSection(section(KnownCode.ALLERGIES_SECTION, List.of()));
        List<Procedure> operations = document.list(Procedure.class);
        if (!operations.isEmpty()) {
            composition.addSection(section(KnownCode.PROCEDURES_SECTION, operations));
        }
        FhirText.narrate(
                composition, List.of(composition.getTitle(), file.madeAt().toString()));
        return document.bundle(BundleType.DOCUMENT, ClientBundle.identifier("summary", file), file.madeAt());
    }

    /** Who stands by a client is no part of a summary. */
    private static ContactDetails alone(ContactDetails contact) {
        return new ContactDetails(
                contact.calledBy(),
                contact.pronouns(),
                contact.language(),
                contact.phone(),
                contact.email(),
                contact.address(),
                Optional.empty(),
                Optional.empty());
    }

    private static SectionComponent section(KnownCode code, List<? extends DomainResource> entries) {
        SectionComponent section =
                new SectionComponent().setTitle(code.row().display()).setCode(code.concept());
        List<String> lines = new ArrayList<>();
        if (entries.isEmpty()) {
            CodeableConcept none = KnownCode.UNAVAILABLE.concept();
            section.setEmptyReason(none);
            lines.add(none.getCodingFirstRep().getDisplay());
        }
        for (DomainResource entry : entries) {
            section.addEntry(FhirEntries.to(FhirEntries.idOf(entry)));
            lines.add(line(entry));
        }
        section.setText(FhirText.narrative(lines));
        return section;
    }

    private static String line(DomainResource entry) {
        return switch (entry) {
            case Condition told ->
                told.getCode().getText() + " " + told.getOnsetDateTimeType().getValueAsString();
            case Procedure told ->
                told.getCode().getText() + " " + told.getPerformedDateTimeType().getValueAsString();
            default -> "";
        };
    }
}
