package org.stillpoint.exchange.fhir.resource;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.questionnaire.QuestionnaireScore;

/** The score of a questionnaire of one day. Its items are not in this record, so that no response is made up for it. */
public final class FhirScore implements FhirTranslator<QuestionnaireScore> {

    @Override
    public void write(QuestionnaireScore score, FhirEntries to) {
        Observation observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(KnownCode.CATEGORY_SURVEY.concept())
                .setCode(code(score.instrument()))
                .setSubject(FhirEntries.to(score.client()))
                .addPerformer(FhirEntries.to(score.client()))
                .setEffective(FhirValues.day(score.day()))
                .setValue(FhirValues.quantity(score.score(), "{score}"));
        observation.addIdentifier(FhirEntries.identifier(score.id()));
        OwnExtension.INSTRUMENT.add(observation, new CodeType(score.instrument()));
        FhirValues.narrate(observation, observation.getCode().getText(), score.day() + ": " + score.score());
        to.add(score.id(), observation);
    }

    private static CodeableConcept code(String instrument) {
        CodeableConcept code = Measures.find(instrument)
                .map(measure -> OwnSystem.SCORE.concept(measure.id()))
                .orElseGet(() -> OwnSystem.ENTRY.concept("questionnaire-score").setText(instrument));
        KnownCode.ofScore(instrument).ifPresent(known -> code.addCoding(known.coding()));
        return code;
    }

    @Override
    public List<QuestionnaireScore> read(FhirEntries from) {
        return from.list(Observation.class).stream()
                .flatMap(each -> OwnExtension.INSTRUMENT.find(each, CodeType.class).stream()
                        .map(instrument -> new QuestionnaireScore(
                                FhirEntries.recordId(each),
                                FhirEntries.recordId(each.getSubject()),
                                instrument.getValue(),
                                FhirValues.localDay(each.getEffectiveDateTimeType()),
                                each.getValueQuantity().getValue().doubleValue())))
                .toList();
    }
}
