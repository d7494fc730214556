package org.stillpoint.exchange.fhir.resource;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;

/** What hands found, as palpatory impressions: one observation, whose members are one finding at one place each, graded 0 to 3. */
public final class FhirPalpation implements FhirTranslator<Examination> {
    private static final String CODE = "palpation";
    private static final String RESTRICTION = "restriction";
    private static final String TENDERNESS = "tenderness";
    private static final String TENSION = "tension";
    private static final String LIMIT = "limit-of-motion";

    @Override
    public void write(Examination felt, FhirEntries to) {
        Observation whole = exam(felt).setCode(OwnSystem.ENTRY.concept(CODE));
        whole.addIdentifier(FhirEntries.identifier(felt.id()));
        FhirValues.version(whole, felt.version());
        FhirValues.narrate(
                whole, OwnSystem.ENTRY.coding(CODE).getDisplay(), felt.at().toString());
        to.add(felt.id(), whole);
        felt.findings().forEach((muscle, finding) -> {
            CodeableConcept site = OwnSystem.MUSCLE.concept(muscle.value());
            finding.restriction().ifPresent(grade -> member(felt, whole, RESTRICTION, site, grade, to));
            finding.tenderness()
                    .ifPresent(grade -> member(felt, whole, TENDERNESS, site, grade, to)
                            .getCode()
                            .addCoding(KnownCode.TENDERNESS.coding()));
            finding.tension()
                    .ifPresent(grade -> member(felt, whole, TENSION, site, grade, to)
                            .getCode()
                            .addCoding(KnownCode.MUSCLE_TENSION.coding()));
        });
        felt.limits()
                .forEach((joint, grade) -> OwnExtension.JOINT.add(
                        member(felt, whole, LIMIT, OwnSystem.JOINT.concept(joint.value()), grade, to),
                        OwnSystem.JOINT.coding(joint.value())));
    }

    private static Observation exam(Examination felt) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(KnownCode.CATEGORY_EXAM.concept())
                .setSubject(FhirEntries.to(felt.client()))
                .setEffective(FhirValues.moment(felt.at()))
                .setMethod(KnownCode.PALPATION_METHOD.concept());
    }

    private static Observation member(
            Examination felt, Observation whole, String what, CodeableConcept site, Grade grade, FhirEntries to) {
        String id = FhirEntries.derived(what + " of " + site.getCodingFirstRep().getCode(), felt.id());
        Observation one = exam(felt)
                .setCode(OwnSystem.FINDING.concept(what))
                .setBodySite(site)
                .setValue(new IntegerType(grade.value()));
        FhirValues.narrate(
                one,
                OwnSystem.ENTRY.coding(CODE).getDisplay(),
                one.getCode().getText() + ", " + site.getText() + ": " + grade.value());
        whole.addHasMember(FhirEntries.to(id));
        return to.add(id, one);
    }

    @Override
    public List<Examination> read(FhirEntries from) {
        return from.list(Observation.class).stream()
                .filter(each -> OwnSystem.ENTRY.says(CODE, each.getCode()))
                .map(each -> read(each, from))
                .toList();
    }

    private static Examination read(Observation whole, FhirEntries from) {
        SortedMap<MuscleId, Finding> findings = new TreeMap<>();
        SortedMap<JointId, Grade> limits = new TreeMap<>();
        for (Reference each : whole.getHasMember()) {
            from.find(each, Observation.class).ifPresent(one -> member(one, findings, limits));
        }
        return new Examination(
                FhirEntries.recordId(whole),
                FhirEntries.recordId(whole.getSubject()),
                FhirValues.instant(whole.getEffectiveDateTimeType()),
                findings,
                limits,
                FhirValues.version(whole));
    }

    private static void member(
            Observation one, SortedMap<MuscleId, Finding> findings, SortedMap<JointId, Grade> limits) {
        Grade grade = new Grade(one.getValueIntegerType().getValue());
        Optional<Coding> joint = OwnExtension.JOINT.find(one, Coding.class);
        if (joint.isPresent()) {
            limits.put(new JointId(joint.get().getCode()), grade);
            return;
        }
        MuscleId muscle = new MuscleId(OwnSystem.MUSCLE.find(one.getBodySite()).orElseThrow());
        Finding before = findings.getOrDefault(muscle, Finding.NONE);
        findings.put(
                muscle,
                switch (OwnSystem.FINDING.find(one.getCode()).orElseThrow()) {
                    case RESTRICTION -> before.withRestriction(grade);
                    case TENDERNESS -> before.withTenderness(grade);
                    default -> before.withTension(grade);
                });
    }
}
