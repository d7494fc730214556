package org.stillpoint.exchange.fhir.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;

/**
 * A client as a patient, and who stands by them as related persons. A year of birth stays a year. Why somebody is archived does not leave; that
 * they no longer come does.
 */
public final class FhirPerson implements FhirTranslator<FhirPerson.PersonTold> {
    private static final String GUARDIAN = "guardian";
    private static final String EMERGENCY = "emergency-contact";
    private static final Coding MADE_UP = new Coding()
            .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActReason")
            .setCode("HTEST")
            .setDisplay("test health data");

    /** A client with how they are reached. */
    public record PersonTold(Client client, ContactDetails contact) {}

    @Override
    public void write(PersonTold told, FhirEntries to) {
        Client client = told.client();
        ContactDetails contact = told.contact();
        Patient patient = new Patient().setActive(!client.isArchived());
        patient.addIdentifier(FhirEntries.identifier(client.id()));
        FhirText.of(client.name())
                .ifPresent(name -> patient.addName().setUse(NameUse.OFFICIAL).setText(name));
        FhirText.of(contact.calledBy())
                .ifPresent(name -> patient.addName().setUse(NameUse.USUAL).setText(name));
        client.yearOfBirth().ifPresent(year -> patient.setBirthDateElement(new DateType(String.valueOf(year))));
        FhirText.of(contact.pronouns()).ifPresent(words -> OwnExtension.PRONOUNS.add(patient, new StringType(words)));
        FhirText.of(contact.language())
                .ifPresent(words -> patient.addCommunication().setLanguage(new CodeableConcept().setText(words)));
        telecom(ContactPointSystem.PHONE, contact.phone()).ifPresent(patient::addTelecom);
        telecom(ContactPointSystem.EMAIL, contact.email()).ifPresent(patient::addTelecom);
        FhirText.of(contact.address()).ifPresent(text -> patient.addAddress().setText(text));
        if (client.madeUp()) {
            patient.getMeta().addSecurity(MADE_UP.copy());
        }
        FhirValues.recorded(patient, client.addedAt(), client.version());
        FhirValues.narrate(patient, client.name().value());
        to.add(client.id(), patient);
        contact.guardian().ifPresent(who -> related(client, who, GUARDIAN, to));
        contact.emergencyContact().ifPresent(who -> related(client, who, EMERGENCY, to));
    }

    private static Optional<ContactPoint> telecom(ContactPointSystem system, PrivateText value) {
        return FhirText.of(value)
                .map(text -> new ContactPoint().setSystem(system).setValue(text));
    }

    private static void related(
            Client client, org.stillpoint.record.client.RelatedPerson who, String as, FhirEntries to) {
        RelatedPerson related = new RelatedPerson().setActive(true).setPatient(FhirEntries.to(client.id()));
        FhirText.of(who.name()).ifPresent(name -> related.addName(new HumanName().setText(name)));
        telecom(ContactPointSystem.PHONE, who.phone()).ifPresent(related::addTelecom);
        OwnExtension.STANDS_BY_AS.add(related, new CodeType(as));
        FhirText.of(who.relation()).ifPresent(words -> {
            OwnExtension.RELATION.add(related, new StringType(words));
            related.addRelationship(new CodeableConcept().setText(words));
        });
        FhirValues.narrate(related, who.name().value(), who.relation().value());
        to.add(FhirEntries.derived(as, client.id()), related);
    }

    @Override
    public List<PersonTold> read(FhirEntries from) {
        return from.list(Patient.class).stream().map(each -> read(each, from)).toList();
    }

    private static PersonTold read(Patient patient, FhirEntries from) {
        Id<Client> id = FhirEntries.recordId(patient);
        return new PersonTold(
                new Client(
                        id,
                        new PrivateText(name(patient, NameUse.OFFICIAL)),
                        patient.hasBirthDate()
                                ? OptionalInt.of(Integer.parseInt(patient.getBirthDateElement()
                                        .getValueAsString()
                                        .substring(0, 4)))
                                : OptionalInt.empty(),
                        patient.getMeta().getSecurity(MADE_UP.getSystem(), MADE_UP.getCode()) != null,
                        FhirValues.recordedAt(patient).orElse(Instant.EPOCH),
                        Optional.empty(),
                        FhirValues.version(patient)),
                new ContactDetails(
                        new PrivateText(name(patient, NameUse.USUAL)),
                        FhirValues.words(OwnExtension.PRONOUNS.find(patient, StringType.class)),
                        new PrivateText(
                                patient.hasCommunication()
                                        ? patient.getCommunicationFirstRep()
                                                .getLanguage()
                                                .getText()
                                        : ""),
                        telecom(patient.getTelecom(), ContactPointSystem.PHONE),
                        telecom(patient.getTelecom(), ContactPointSystem.EMAIL),
                        new PrivateText(
                                patient.hasAddress()
                                        ? patient.getAddressFirstRep().getText()
                                        : ""),
                        related(from, id, GUARDIAN),
                        related(from, id, EMERGENCY)));
    }

    private static String name(Patient patient, NameUse use) {
        return patient.getName().stream()
                .filter(name -> name.getUse() == use)
                .map(HumanName::getText)
                .findFirst()
                .orElse("");
    }

    private static PrivateText telecom(List<ContactPoint> points, ContactPointSystem system) {
        return points.stream()
                .filter(point -> point.getSystem() == system)
                .map(point -> new PrivateText(point.getValue()))
                .findFirst()
                .orElse(PrivateText.NONE);
    }

    private static Optional<org.stillpoint.record.client.RelatedPerson> related(
            FhirEntries from, Id<Client> client, String as) {
        return from.find(FhirEntries.derived(as, client), RelatedPerson.class)
                .map(each -> new org.stillpoint.record.client.RelatedPerson(
                        new PrivateText(each.getNameFirstRep().getText()),
                        FhirValues.words(OwnExtension.RELATION.find(each, StringType.class)),
                        telecom(each.getTelecom(), ContactPointSystem.PHONE)));
    }
}
