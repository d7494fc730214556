package org.stillpoint.exchange.fhir.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Identifier;
import org.stillpoint.exchange.fhir.resource.FhirAnswered;
import org.stillpoint.exchange.fhir.resource.FhirAppointment;
import org.stillpoint.exchange.fhir.resource.FhirAudit;
import org.stillpoint.exchange.fhir.resource.FhirCheckIn;
import org.stillpoint.exchange.fhir.resource.FhirConsent;
import org.stillpoint.exchange.fhir.resource.FhirConsent.ConsentTold;
import org.stillpoint.exchange.fhir.resource.FhirEntries;
import org.stillpoint.exchange.fhir.resource.FhirEvent;
import org.stillpoint.exchange.fhir.resource.FhirGoal;
import org.stillpoint.exchange.fhir.resource.FhirNote;
import org.stillpoint.exchange.fhir.resource.FhirPainMap;
import org.stillpoint.exchange.fhir.resource.FhirPalpation;
import org.stillpoint.exchange.fhir.resource.FhirPerson;
import org.stillpoint.exchange.fhir.resource.FhirPerson.PersonTold;
import org.stillpoint.exchange.fhir.resource.FhirPlan;
import org.stillpoint.exchange.fhir.resource.FhirPractice;
import org.stillpoint.exchange.fhir.resource.FhirProcessNote;
import org.stillpoint.exchange.fhir.resource.FhirProvenance;
import org.stillpoint.exchange.fhir.resource.FhirRedFlag;
import org.stillpoint.exchange.fhir.resource.FhirRequest;
import org.stillpoint.exchange.fhir.resource.FhirSafety;
import org.stillpoint.exchange.fhir.resource.FhirScore;
import org.stillpoint.exchange.fhir.resource.FhirSession;
import org.stillpoint.exchange.fhir.resource.FhirStaff;
import org.stillpoint.exchange.fhir.resource.FhirTouch;
import org.stillpoint.exchange.fhir.resource.FhirTranslator;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;

/** One client's record as FHIR R4: everything that may leave, in a bundle of the kind {@code collection}. */
public final class ClientBundle {
    private final ClientFile file;
    private final FhirEntries entries = new FhirEntries();

    private ClientBundle(ClientFile file) {
        this.file = file;
    }

    /** What may leave of one client. */
    public static Bundle of(ClientFile file) {
        return new ClientBundle(file).collection();
    }

    /** The same resources but for where they come from, one by one. */
    public static FhirEntries entries(ClientFile file) {
        ClientBundle bundle = new ClientBundle(file);
        bundle.fill();
        return bundle.entries;
    }

    /**
     * Who did and read what of the client: ids and codes alone, in a bundle of its own, for whoever gets the record need not get this.
     *
     * @param account of this client
     */
    public static Bundle account(ClientFile file, List<AuditEntry> account) {
        FhirEntries entries = new FhirEntries();
        FhirAudit translator = new FhirAudit(file.client().id());
        account.forEach(entry -> translator.write(entry, entries));
        return entries.bundle(BundleType.COLLECTION, identifier("account", file), file.madeAt());
    }

    private Bundle collection() {
        Optional<String> practice = fill();
        FhirProvenance.write(file.client().id(), practice, file.madeAt(), entries);
        return entries.bundle(BundleType.COLLECTION, identifier("collection", file), file.madeAt());
    }

    /** One export has an identifier of its own; the same export again would have the same. */
    static Identifier identifier(String what, ClientFile file) {
        String name = what + ":" + file.client().id() + ":" + file.madeAt();
        return new Identifier()
                .setSystem("urn:ietf:rfc:3986")
                .setValue("urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** @return the id of the practice, where it has a name */
    private Optional<String> fill() {
        Instant now = file.madeAt();
        Optional<String> practice = FhirPractice.write(file.practice(), entries);
        write(new FhirStaff(practice), file.staff());
        write(new FhirPerson(), List.of(new PersonTold(file.client(), file.contact())));
        write(new FhirEvent(), file.events());
        write(new FhirPainMap(), file.bodyMaps());
        write(new FhirCheckIn(), file.checkIns());
        write(new FhirScore(), file.scores());
        write(
                new FhirAnswered(
                        file.imported().stream().map(FilledImported::form).toList()),
                file.imported());
        write(new FhirPalpation(), file.examinations());
        write(new FhirSafety(now), file.safetyChecks());
        write(new FhirRedFlag(), file.redFlags());
        write(new FhirConsent(), ConsentTold.of(file.consents()));
        write(new FhirTouch(), file.touchMap().stream().toList());
        write(new FhirSession(file.therapist()), file.sessions());
        write(new FhirNote(), file.notes());
        write(new FhirProcessNote(), file.released());
        write(new FhirAppointment(), file.appointments());
        write(new FhirRequest(), file.requests());
        write(new FhirGoal(), file.goals());
        write(new FhirPlan(file.events(), file.goals()), file.plans());
        return practice;
    }

    private <T> void write(FhirTranslator<T> translator, List<T> told) {
        told.forEach(each -> translator.write(each, entries));
    }
}
