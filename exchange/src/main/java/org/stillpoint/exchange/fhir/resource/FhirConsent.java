package org.stillpoint.exchange.fhir.resource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.consent.Signer.Guardian;
import org.stillpoint.record.consent.Signer.Oneself;

/**
 * A consent as it was signed: its words with their hash, what was agreed to, for how long, by whom, and whether it was withdrawn. The strokes of
 * a signature stay in the practice.
 */
public final class FhirConsent implements FhirTranslator<FhirConsent.ConsentTold> {

    /**
     * A signed paper as it is told.
     *
     * @param text the words that were signed
     * @param hash of the words, SHA-256
     * @param term empty where sensitive areas were signed for apart
     * @param typedName where it was signed at a keyboard; empty where it was signed by hand
     */
    public record ConsentTold(
            Id<ConsentEntry> id,
            Id<Client> client,
            Instant at,
            String text,
            String hash,
            Map<ConsentBlock, Boolean> choices,
            Set<SensitiveArea> areas,
            Optional<ConsentTerm> term,
            Signer signer,
            Optional<PrivateText> typedName,
            Optional<Instant> withdrawnAt) {

        /** Every paper that was signed, with whether it was withdrawn. */
        public static List<ConsentTold> of(ConsentHistory history) {
            return history.entries().stream()
                    .flatMap(entry -> entry instanceof SignedEntry paper
                            ? Stream.of(of(paper, history.withdrawnAfter(paper)))
                            : Stream.empty())
                    .toList();
        }

        private static ConsentTold of(SignedEntry paper, Optional<Instant> withdrawnAt) {
            Optional<ConsentGiven> given = paper instanceof ConsentGiven all ? Optional.of(all) : Optional.empty();
            return new ConsentTold(
                    paper.id(),
                    paper.client(),
                    paper.at(),
                    paper.document().text(),
                    paper.document().hash(),
                    given.map(ConsentGiven::choices).orElse(Map.of()),
                    paper.areas(),
                    given.map(ConsentGiven::term),
                    paper.signer(),
                    paper.signature() instanceof Signature.ByName(PrivateText name)
                            ? Optional.of(name)
                            : Optional.empty(),
                    withdrawnAt);
        }
    }

    @Override
    public void write(ConsentTold paper, FhirEntries to) {
        String title = KnownCode.CONSENT_DOCUMENT.row().display();
        Consent consent = new Consent()
                .setStatus(paper.withdrawnAt().isPresent() ? ConsentState.INACTIVE : ConsentState.ACTIVE)
                .setScope(KnownCode.CONSENT_TREATMENT.concept())
                .addCategory(KnownCode.CONSENT_DOCUMENT.concept())
                .setPatient(FhirEntries.to(paper.client()));
        consent.addPolicy().setUri(OwnSystem.BASE + "/consent-words/" + paper.hash());
        consent.setDateTimeElement(FhirValues.moment(paper.at()));
        consent.addIdentifier(FhirEntries.identifier(paper.id()));
        consent.setSource(new Attachment()
                .setContentType("text/plain; charset=utf-8")
                .setTitle(title)
                .setData(paper.text().getBytes(StandardCharsets.UTF_8)));
        signer(paper, consent, to);
        Period period = new Period().setStartElement(FhirValues.moment(paper.at()));
        until(paper).ifPresent(day -> period.setEndElement(FhirValues.day(day)));
        consent.getProvision().setPeriod(period);
        paper.term().ifPresent(term -> OwnExtension.CONSENT_TERM.add(consent, OwnSystem.CONSENT_TERM.coding(term)));
        new TreeMap<>(paper.choices()).forEach((block, yes) -> {
            Extension choice = FhirValues.parts(OwnExtension.CONSENT_CHOICE);
            FhirValues.part(choice, "block", new CodeType(OwnSystem.code(block)));
            FhirValues.part(choice, "yes", new BooleanType(yes));
            consent.addExtension(choice);
        });
        paper.areas().stream()
                .sorted()
                .forEach(area -> OwnExtension.SIGNED_AREA.add(consent, OwnSystem.SENSITIVE_AREA.coding(area)));
        OwnExtension.DOCUMENT_HASH.add(consent, new StringType(paper.hash()));
        paper.typedName()
                .flatMap(FhirText::of)
                .ifPresent(name -> OwnExtension.SIGNED_BY_NAME.add(consent, new StringType(name)));
        paper.withdrawnAt().ifPresent(at -> OwnExtension.WITHDRAWN_AT.add(consent, FhirValues.exact(at)));
        FhirValues.narrate(consent, title + " " + paper.at());
        to.add(paper.id(), consent);
    }

    private static Optional<LocalDate> until(ConsentTold paper) {
        LocalDate signed = LocalDate.ofInstant(paper.at(), ZoneOffset.UTC);
        return paper.term().flatMap(term -> term.lastDay(signed));
    }

    private static void signer(ConsentTold paper, Consent consent, FhirEntries to) {
        switch (paper.signer()) {
            case Oneself oneself -> consent.addPerformer(FhirEntries.to(paper.client()));
            case Guardian(PrivateText name, PrivateText relation) -> {
                String id = FhirEntries.derived("signer", paper.id());
                RelatedPerson guardian = new RelatedPerson().setPatient(FhirEntries.to(paper.client()));
                guardian.addName(new HumanName().setText(name.value()));
                guardian.addRelationship(new CodeableConcept().setText(relation.value()));
                FhirValues.narrate(guardian, name.value(), relation.value());
                to.add(id, guardian);
                consent.addPerformer(FhirEntries.to(id));
            }
        }
    }

    @Override
    public List<ConsentTold> read(FhirEntries from) {
        return from.list(Consent.class).stream().map(each -> read(each, from)).toList();
    }

    private static ConsentTold read(Consent consent, FhirEntries from) {
        Map<ConsentBlock, Boolean> choices = new EnumMap<>(ConsentBlock.class);
        OwnExtension.CONSENT_CHOICE
                .list(consent)
                .forEach(choice -> FhirValues.part(choice, "block")
                        .flatMap(code -> OwnSystem.constant(ConsentBlock.class, code))
                        .ifPresent(block -> choices.put(
                                block,
                                FhirValues.part(choice, "yes")
                                        .filter("true"::equals)
                                        .isPresent())));
        Set<SensitiveArea> areas = EnumSet.noneOf(SensitiveArea.class);
        OwnExtension.SIGNED_AREA
                .values(consent, Coding.class)
                .forEach(area ->
                        OwnSystem.constant(SensitiveArea.class, area.getCode()).ifPresent(areas::add));
        return new ConsentTold(
                FhirEntries.recordId(consent),
                FhirEntries.recordId(consent.getPatient()),
                FhirValues.instant(consent.getDateTimeElement()),
                new String(consent.getSourceAttachment().getData(), StandardCharsets.UTF_8),
                OwnExtension.DOCUMENT_HASH
                        .find(consent, StringType.class)
                        .map(StringType::getValue)
                        .orElse(""),
                choices,
                areas,
                OwnExtension.CONSENT_TERM
                        .find(consent, Coding.class)
                        .flatMap(term -> OwnSystem.constant(ConsentTerm.class, term.getCode())),
                from.find(consent.getPerformerFirstRep(), RelatedPerson.class)
                        .<Signer>map(who -> new Guardian(
                                new PrivateText(who.getNameFirstRep().getText()),
                                new PrivateText(who.getRelationshipFirstRep().getText())))
                        .orElseGet(Oneself::new),
                OwnExtension.SIGNED_BY_NAME
                        .find(consent, StringType.class)
                        .map(name -> new PrivateText(name.getValue())),
                OwnExtension.WITHDRAWN_AT.find(consent, InstantType.class).map(FhirValues::instant));
    }
}
