package org.stillpoint.exchange.fhir.resource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Period;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleasedNote;

/**
 * A process note that its author let leave: a document of its own under a restricted label, in the words in which it was written down. Nobody has
 * signed it. It is no mark of its session, and the event of which it may speak does not leave with it.
 */
public final class FhirProcessNote implements FhirTranslator<ReleasedNote> {
    private static final String CODE = "process-note";

    @Override
    public void write(ReleasedNote note, FhirEntries to) {
        DocumentReference reference = new DocumentReference()
                .setMasterIdentifier(FhirEntries.identifier(note.note()))
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(OwnSystem.ENTRY.concept(CODE))
                .setSubject(FhirEntries.to(note.client()))
                .addAuthor(FhirEntries.to(note.author()))
                .addSecurityLabel(KnownCode.CONFIDENTIALITY_RESTRICTED.concept());
        reference.getMeta().addSecurity(KnownCode.CONFIDENTIALITY_RESTRICTED.coding());
        reference.setDateElement(FhirValues.exact(note.releasedAt()));
        reference
                .addContent()
                .setAttachment(new Attachment()
                        .setContentType("text/plain; charset=utf-8")
                        .setTitle(OwnSystem.ENTRY.coding(CODE).getDisplay())
                        .setData(note.said().words().value().getBytes(StandardCharsets.UTF_8)));
        reference
                .getContext()
                .addEncounter(FhirEntries.to(note.session()))
                .setPeriod(new Period().setStartElement(FhirValues.moment(note.saidAt())));
        FhirValues.narrate(reference, OwnSystem.ENTRY.coding(CODE).getDisplay() + " " + note.saidAt());
        to.add(FhirEntries.derived(CODE, note.note()), reference);
    }

    @Override
    public List<ReleasedNote> read(FhirEntries from) {
        return from.list(DocumentReference.class).stream()
                .filter(reference -> OwnSystem.ENTRY.says(CODE, reference.getType()))
                .map(FhirProcessNote::read)
                .toList();
    }

    private static ReleasedNote read(DocumentReference in) {
        byte[] words = in.getContentFirstRep().getAttachment().getData();
        return new ReleasedNote(
                FhirEntries.recordId(in.getMasterIdentifier()),
                FhirEntries.recordId(in.getSubject()),
                FhirEntries.recordId(in.getContext().getEncounterFirstRep()),
                FhirEntries.recordId(in.getAuthorFirstRep()),
                FhirValues.instant(in.getContext().getPeriod().getStartElement()),
                FhirValues.instant(in.getDateElement()),
                new ProcessNote(new PrivateText(new String(words, StandardCharsets.UTF_8))));
    }
}
