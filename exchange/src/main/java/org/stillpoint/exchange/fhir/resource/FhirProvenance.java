package org.stillpoint.exchange.fhir.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Signature;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** Where the resources come from: told events from the client alone, all of it put together by the practice at one moment. */
public final class FhirProvenance {
    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private FhirProvenance() {}

    public static void write(Id<Client> client, Optional<String> practice, Instant at, FhirEntries to) {
        List<Resource> all = List.copyOf(to.all());
        List<Resource> told = all.stream().filter(FhirProvenance::isTold).toList();
        if (!told.isEmpty()) {
            Provenance events = of(told, at);
            events.addAgent().setType(participant("author", "Author")).setWho(FhirEntries.to(client));
            to.add(FhirEntries.derived("provenance of events", client), events);
        }
        Provenance whole = of(all, at);
        whole.addAgent()
                .setType(participant("assembler", "Assembler"))
                .setWho(FhirEntries.to(practice.orElseGet(client::toString)));
        to.add(FhirEntries.derived("provenance", client), whole);
        all.forEach(each -> signature(each).ifPresent(signature -> {
            Provenance signed = of(List.of(each), at).addSignature(signature);
            signed.addAgent()
                    .setType(participant("author", "Author"))
                    .setWho(signature.getWho().copy());
            to.add(FhirEntries.derived("signature", Id.of(FhirEntries.idOf(each))), signed);
        }));
    }

    /** The same of each resource by itself, for whoever is shown some of them; the account says itself where it comes from. */
    public static void writeEach(Id<Client> client, Instant at, FhirEntries to) {
        Optional<String> practice =
                to.list(Organization.class).stream().map(FhirEntries::idOf).findFirst();
        for (Resource each : List.copyOf(to.all())) {
            if (each instanceof AuditEvent) {
                continue;
            }
            Provenance one = of(List.of(each), at);
            if (isTold(each)) {
                one.addAgent().setType(participant("author", "Author")).setWho(FhirEntries.to(client));
            }
            one.addAgent()
                    .setType(participant("assembler", "Assembler"))
                    .setWho(FhirEntries.to(practice.orElseGet(client::toString)));
            signature(each).ifPresent(one::addSignature);
            to.add(FhirEntries.derived("provenance of " + client, Id.of(FhirEntries.idOf(each))), one);
        }
    }

    /** Who signed it and when: a consent by whoever consents, each state of a note by whoever signed or amended it. */
    private static Optional<Signature> signature(Resource each) {
        return switch (each) {
            case Consent paper ->
                Optional.of(signature(
                        KnownCode.CONSENT_SIGNATURE,
                        FhirValues.instant(paper.getDateTimeElement()),
                        paper.getPerformerFirstRep()));
            case DocumentReference note
            when note.hasAuthor() && KnownCode.PROGRESS_NOTE.isIn(note.getType()) ->
                Optional.of(signature(
                        KnownCode.AUTHOR_SIGNATURE,
                        FhirValues.instant(note.getDateElement()),
                        note.getAuthorFirstRep()));
            default -> Optional.empty();
        };
    }

    private static Signature signature(KnownCode type, Instant when, Reference who) {
        Signature signature = new Signature().addType(type.coding()).setWho(who.copy());
        signature.setWhenElement(FhirValues.exact(when));
        return signature;
    }

    private static boolean isTold(Resource each) {
        return each instanceof DomainResource resource
                && OwnExtension.EVENT_KIND.find(resource, Coding.class).isPresent();
    }

    private static Provenance of(List<Resource> targets, Instant at) {
        Provenance provenance = new Provenance();
        provenance.setRecordedElement(FhirValues.exact(at));
        targets.forEach(each -> provenance.addTarget(FhirEntries.to(FhirEntries.idOf(each))));
        FhirValues.narrate(provenance, at.toString());
        return provenance;
    }

    private static CodeableConcept participant(String code, String display) {
        return new CodeableConcept(
                new Coding().setSystem(PARTICIPANT).setCode(code).setDisplay(display));
    }
}
