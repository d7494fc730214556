package org.stillpoint.exchange.fhir.resource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionAttestationMode;
import org.hl7.fhir.r4.model.Composition.CompositionAttesterComponent;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteStrike;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;

/**
 * The signed note of a session: a document for each state it has been in, as it was signed first, then with each amendment, its reason, author and
 * moment, and struck out where it was. The earlier documents stay readable; a reference to each says which it replaces. A note that nobody has
 * signed does not leave. That a note had stood in another client's record does not leave either, for it would name them.
 */
public final class FhirNote implements FhirTranslator<SessionNote> {
    private static final String AMENDMENT = "amendment";

    /**
     * A state of a note.
     *
     * @param amendments how many had been added
     */
    private record NoteState(SessionNote note, int amendments, boolean struckOut) {
        /** Counted from the note as it was signed first, which is 0. */
        int number() {
            return amendments + (struckOut ? 1 : 0);
        }

        List<NoteAmendment> added() {
            return note.amendments().subList(0, amendments);
        }

        SignedAs by() {
            if (struckOut) {
                return note.strike().orElseThrow().by();
            }
            return amendments == 0
                    ? note.signatures().getLast().by()
                    : note.amendments().get(amendments - 1).by();
        }

        String documentId() {
            return FhirEntries.derived("document " + number(), note.id());
        }

        String referenceId() {
            return FhirEntries.derived("reference " + number(), note.id());
        }

        boolean isLast() {
            return struckOut == note.isStruckOut()
                    && amendments == note.amendments().size();
        }
    }

    /** Whether a note may leave the record: somebody has signed it. */
    public static boolean leaves(SessionNote note) {
        return !note.signatures().isEmpty();
    }

    @Override
    public void write(SessionNote note, FhirEntries to) {
        if (!leaves(note)) {
            return;
        }
        List<NoteState> states = new ArrayList<>();
        for (int amendments = 0; amendments <= note.amendments().size(); amendments++) {
            states.add(new NoteState(note, amendments, false));
        }
        if (note.isStruckOut()) {
            states.add(new NoteState(note, note.amendments().size(), true));
        }
        Optional<NoteState> before = Optional.empty();
        for (NoteState state : states) {
            Composition composition = composition(state, before);
            to.add(state.documentId(), document(state, composition, to));
            to.add(state.referenceId(), reference(state, before));
            before = Optional.of(state);
        }
    }

    private static Composition composition(NoteState state, Optional<NoteState> before) {
        SessionNote note = state.note();
        Composition composition = new Composition()
                .setStatus(status(state))
                .setIdentifier(FhirEntries.identifier(note.id()))
                .setType(KnownCode.PROGRESS_NOTE.concept())
                .setSubject(FhirEntries.to(note.client()))
                .addAuthor(FhirEntries.to(state.by().account()))
                .setTitle(KnownCode.PROGRESS_NOTE.row().display());
        composition.setId(FhirEntries.derived("note " + state.number(), note.id()));
        composition.setDateElement(FhirValues.moment(state.by().at()));
        note.session()
                .ifPresent(session ->
                        composition.setEncounter(new Reference().setIdentifier(FhirEntries.identifier(session))));
        composition.addEvent().setPeriod(new Period().setStartElement(FhirValues.moment(note.heldAt())));
        note.signatures().forEach(signature -> composition.addAttester(attester(signature)));
        before.ifPresent(earlier -> composition
                .addRelatesTo()
                .setCode(DocumentRelationshipType.REPLACES)
                .setTarget(FhirEntries.identifier(earlier.documentId())));
        List<NoteLine> lines = note.text();
        Arrays.stream(NotePart.values())
                .filter(part -> lines.stream().anyMatch(line -> line.part() == part))
                .forEach(part -> composition.addSection(section(
                        part, lines.stream().filter(line -> line.part() == part).toList())));
        state.added().forEach(amendment -> composition.addSection(section(amendment)));
        if (state.struckOut()) {
            composition.addSection(section(note.strike().orElseThrow()));
        }
        OwnExtension.SIGNED_HASH.add(
                composition, new StringType(note.signatures().getLast().hash()));
        FhirValues.recorded(composition, note.writtenAt(), note.version());
        FhirValues.narrate(composition, composition.getTitle() + " " + note.heldAt(), whoAndWhen(state.by()));
        return composition;
    }

    private static CompositionStatus status(NoteState state) {
        if (state.struckOut()) {
            return CompositionStatus.ENTEREDINERROR;
        }
        return state.amendments() == 0 ? CompositionStatus.FINAL : CompositionStatus.AMENDED;
    }

    private static CompositionAttesterComponent attester(NoteSignature signature) {
        CompositionAttesterComponent attester = new CompositionAttesterComponent()
                .setMode(CompositionAttestationMode.PROFESSIONAL)
                .setParty(FhirEntries.to(signature.by().account()));
        attester.setTimeElement(FhirValues.moment(signature.by().at()));
        OwnExtension.SIGNED_NAME.add(
                attester, new StringType(signature.by().name().value()));
        OwnExtension.SIGNING_LOCKS.add(attester, new BooleanType(signature.locks()));
        return attester;
    }

    private static SectionComponent section(NotePart part, List<NoteLine> lines) {
        KnownCode code =
                switch (part) {
                    case SUBJECTIVE -> KnownCode.SOAP_SUBJECTIVE;
                    case OBJECTIVE -> KnownCode.SOAP_OBJECTIVE;
                    case ASSESSMENT -> KnownCode.SOAP_ASSESSMENT;
                    case PLAN -> KnownCode.SOAP_PLAN;
                };
        CodeableConcept concept = OwnSystem.NOTE_PART.concept(part);
        concept.addCoding(code.coding());
        SectionComponent section =
                new SectionComponent().setTitle(concept.getText()).setCode(concept);
        section.setText(FhirText.narrative(
                lines.stream().map(line -> line.text().value()).toList()));
        lines.stream()
                .flatMap(line -> FhirText.of(line.text()).stream())
                .forEach(text -> OwnExtension.NOTE_LINE.add(section, new StringType(text)));
        return section;
    }

    private static SectionComponent section(NoteAmendment amendment) {
        SectionComponent section = new SectionComponent()
                .setTitle(OwnSystem.ENTRY.coding(AMENDMENT).getDisplay())
                .setCode(OwnSystem.ENTRY.concept(AMENDMENT));
        section.setText(FhirText.narrative(
                List.of(amendment.text().value(), amendment.reason().value(), whoAndWhen(amendment.by()))));
        Extension whole = FhirValues.parts(OwnExtension.NOTE_AMENDMENT);
        FhirText.of(amendment.text()).ifPresent(text -> FhirValues.part(whole, "text", new StringType(text)));
        FhirValues.part(whole, "hash", new StringType(amendment.hash()));
        signed(whole, amendment.reason(), amendment.by());
        section.addExtension(whole);
        return section;
    }

    private static SectionComponent section(NoteStrike strike) {
        SectionComponent section = new SectionComponent().setTitle(CompositionStatus.ENTEREDINERROR.getDisplay());
        section.setText(FhirText.narrative(List.of(strike.reason().value(), whoAndWhen(strike.by()))));
        Extension whole = FhirValues.parts(OwnExtension.NOTE_STRIKE);
        signed(whole, strike.reason(), strike.by());
        section.addExtension(whole);
        return section;
    }

    private static void signed(Extension whole, PrivateText reason, SignedAs by) {
        FhirText.of(reason).ifPresent(text -> FhirValues.part(whole, "reason", new StringType(text)));
        FhirValues.part(whole, "account", new StringType(by.account().toString()));
        FhirValues.part(whole, "name", new StringType(by.name().value()));
        FhirValues.part(whole, "at", FhirValues.exact(by.at()));
    }

    private static String whoAndWhen(SignedAs by) {
        return by.name().value() + ", " + by.at();
    }

    /** The document with whom it speaks of and who speaks, so that it can be read by itself. */
    private static Bundle document(NoteState state, Composition composition, FhirEntries to) {
        FhirEntries document = new FhirEntries();
        document.add(FhirEntries.idOf(composition), composition);
        String client = state.note().client().toString();
        to.find(client, Patient.class).ifPresent(patient -> document.add(client, patient.copy()));
        Set<String> people = new LinkedHashSet<>();
        people.add(state.by().account().toString());
        state.note()
                .signatures()
                .forEach(signature -> people.add(signature.by().account().toString()));
        people.forEach(id -> to.find(id, Practitioner.class).ifPresent(who -> document.add(id, who.copy())));
        return document.bundle(
                BundleType.DOCUMENT,
                FhirEntries.identifier(state.documentId()),
                state.by().at());
    }

    private static DocumentReference reference(NoteState state, Optional<NoteState> before) {
        SessionNote note = state.note();
        DocumentReference reference = new DocumentReference()
                .setMasterIdentifier(FhirEntries.identifier(state.documentId()))
                .setStatus(
                        state.struckOut()
                                ? DocumentReferenceStatus.ENTEREDINERROR
                                : state.isLast() ? DocumentReferenceStatus.CURRENT : DocumentReferenceStatus.SUPERSEDED)
                .setDocStatus(
                        state.struckOut()
                                ? ReferredDocumentStatus.ENTEREDINERROR
                                : state.amendments() == 0
                                        ? ReferredDocumentStatus.FINAL
                                        : ReferredDocumentStatus.AMENDED)
                .setType(KnownCode.PROGRESS_NOTE.concept())
                .setSubject(FhirEntries.to(note.client()))
                .addAuthor(FhirEntries.to(state.by().account()));
        reference.setDateElement(FhirValues.exact(state.by().at()));
        before.ifPresent(earlier -> reference
                .addRelatesTo()
                .setCode(DocumentReference.DocumentRelationshipType.REPLACES)
                .setTarget(FhirEntries.to(earlier.referenceId())));
        note.session().ifPresent(session -> reference.getContext().addEncounter(FhirEntries.to(session)));
        reference
                .addContent()
                .setAttachment(new Attachment()
                        .setContentType("text/plain; charset=utf-8")
                        .setTitle(KnownCode.PROGRESS_NOTE.row().display())
                        .setData(plain(state).getBytes(StandardCharsets.UTF_8)));
        FhirValues.narrate(
                reference, KnownCode.PROGRESS_NOTE.row().display() + " " + note.heldAt(), whoAndWhen(state.by()));
        return reference;
    }

    /** The note as plain text, for who reads no structure: who signed, when, and what was added why. */
    private static String plain(NoteState state) {
        StringBuilder plain = new StringBuilder();
        for (NotePart part : NotePart.values()) {
            List<NoteLine> lines = state.note().text().stream()
                    .filter(line -> line.part() == part)
                    .toList();
            if (!lines.isEmpty()) {
                plain.append(OwnSystem.NOTE_PART.coding(part).getDisplay()).append('\n');
                lines.forEach(line -> plain.append(line.text().value()).append('\n'));
                plain.append('\n');
            }
        }
        state.note()
                .signatures()
                .forEach(signature -> plain.append(whoAndWhen(signature.by())).append('\n'));
        state.added()
                .forEach(amendment -> plain.append('\n')
                        .append(OwnSystem.ENTRY.coding(AMENDMENT).getDisplay())
                        .append('\n')
                        .append(amendment.text().value())
                        .append('\n')
                        .append(amendment.reason().value())
                        .append('\n')
                        .append(whoAndWhen(amendment.by()))
                        .append('\n'));
        if (state.struckOut()) {
            NoteStrike strike = state.note().strike().orElseThrow();
            plain.append('\n')
                    .append(CompositionStatus.ENTEREDINERROR.getDisplay())
                    .append('\n')
                    .append(strike.reason().value())
                    .append('\n')
                    .append(whoAndWhen(strike.by()))
                    .append('\n');
        }
        return plain.toString();
    }

    @Override
    public List<SessionNote> read(FhirEntries from) {
        Map<Id<SessionNote>, SessionNote> latest = new LinkedHashMap<>();
        for (Bundle bundle : from.list(Bundle.class)) {
            if (bundle.getEntryFirstRep().getResource() instanceof Composition composition
                    && KnownCode.PROGRESS_NOTE.isIn(composition.getType())) {
                SessionNote note = read(composition);
                latest.put(note.id(), note);
            }
        }
        return List.copyOf(latest.values());
    }

    private static SessionNote read(Composition in) {
        List<NoteLine> lines = new ArrayList<>();
        List<NoteAmendment> amendments = new ArrayList<>();
        Optional<NoteStrike> strike = Optional.empty();
        for (SectionComponent section : in.getSection()) {
            OwnSystem.NOTE_PART
                    .find(section.getCode())
                    .flatMap(code -> OwnSystem.constant(NotePart.class, code))
                    .ifPresent(part -> OwnExtension.NOTE_LINE
                            .values(section, StringType.class)
                            .forEach(line ->
                                    lines.add(new NoteLine(part, new PrivateText(line.getValue()), List.of()))));
            OwnExtension.NOTE_AMENDMENT
                    .list(section)
                    .forEach(whole -> amendments.add(new NoteAmendment(
                            words(whole, "text"),
                            words(whole, "reason"),
                            signed(whole),
                            FhirValues.part(whole, "hash").orElseThrow())));
            strike = OwnExtension.NOTE_STRIKE.list(section).stream()
                    .findFirst()
                    .map(whole -> new NoteStrike(words(whole, "reason"), signed(whole), Optional.empty()));
        }
        return new SessionNote(
                FhirEntries.recordId(in.getIdentifier()),
                FhirEntries.<Client>recordId(in.getSubject()),
                in.hasEncounter()
                        ? Optional.of(FhirEntries.recordId(in.getEncounter().getIdentifier()))
                        : Optional.empty(),
                FhirValues.instant(in.getEventFirstRep().getPeriod().getStartElement()),
                NoteDraft.NONE,
                FhirValues.recordedAt(in).orElseThrow(),
                in.getAttester().stream()
                        .map(attester -> signature(attester, lines))
                        .toList(),
                amendments,
                strike,
                Optional.empty(),
                FhirValues.version(in));
    }

    private static NoteSignature signature(CompositionAttesterComponent attester, List<NoteLine> lines) {
        return NoteSignature.under(
                lines,
                new SignedAs(
                        FhirEntries.recordId(attester.getParty()),
                        new SignInName(OwnExtension.SIGNED_NAME
                                .find(attester, StringType.class)
                                .orElseThrow()
                                .getValue()),
                        FhirValues.instant(attester.getTimeElement())),
                OwnExtension.SIGNING_LOCKS
                        .find(attester, BooleanType.class)
                        .filter(BooleanType::booleanValue)
                        .isPresent());
    }

    private static SignedAs signed(Extension whole) {
        return new SignedAs(
                Id.of(FhirValues.part(whole, "account").orElseThrow()),
                new SignInName(FhirValues.part(whole, "name").orElseThrow()),
                Instant.parse(FhirValues.part(whole, "at").orElseThrow()));
    }

    private static PrivateText words(Extension whole, String part) {
        return new PrivateText(FhirValues.part(whole, part).orElseThrow());
    }
}
