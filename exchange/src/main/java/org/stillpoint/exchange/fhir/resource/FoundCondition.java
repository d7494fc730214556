package org.stillpoint.exchange.fhir.resource;

import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyLevel;

/** A condition of the safety list as it was asked, whole. */
final class FoundCondition {
    private FoundCondition() {}

    static Extension write(Condition condition) {
        Extension found = FhirValues.parts(OwnExtension.CONDITION_FOUND);
        FhirValues.part(found, "id", new CodeType(condition.id().value()));
        FhirValues.part(found, "level", new CodeType(OwnSystem.code(condition.level())));
        condition.windowDays().ifPresent(days -> FhirValues.part(found, "window-days", new PositiveIntType(days)));
        FhirText.of(condition.source()).ifPresent(source -> FhirValues.part(found, "source", new StringType(source)));
        condition
                .words()
                .flatMap(FhirText::of)
                .ifPresent(words -> FhirValues.part(found, "words", new StringType(words)));
        return found;
    }

    static Condition read(Extension found) {
        return new Condition(
                new ConditionId(FhirValues.part(found, "id").orElseThrow()),
                FhirValues.part(found, "level")
                        .flatMap(code -> OwnSystem.constant(SafetyLevel.class, code))
                        .orElseThrow(),
                FhirValues.part(found, "window-days")
                        .map(days -> OptionalInt.of(Integer.parseInt(days)))
                        .orElse(OptionalInt.empty()),
                FhirValues.part(found, "source").orElse(""),
                FhirValues.part(found, "words"));
    }

    /** What a person reads: the practice's own words, else the program's name of it. */
    static String name(Condition condition) {
        Optional<String> own = condition.words().flatMap(FhirText::of);
        return own.orElseGet(() -> condition.id().value().replace('-', ' '));
    }
}
