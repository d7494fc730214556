package org.stillpoint.exchange.fhir.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.check.FhirCheck.CheckFinding;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.own.OwnResources;

/** The validator sees what is wrong, in our own extensions too, and lets no new warning pass as a known one. */
class FhirValidationTest {
    private static final FhirValidation VALIDATION = OneValidation.VALIDATION;

    @Test
    void check_codeThatIsNone_isAnError() {
        FhirCheck check = VALIDATION.check("{\"resourceType\":\"Patient\",\"gender\":\"unheard of\"}");

        assertThat(check.isGood()).isFalse();
        assertThat(check.errors()).extracting(CheckFinding::place).anyMatch(place -> place.contains("gender"));
    }

    @Test
    void check_ourExtensionWithAnotherValueOrPlace_isAnError() {
        String value = "{\"resourceType\":\"Patient\",\"extension\":[{\"url\":"
                + "\"http://stillpoint.org/fhir/StructureDefinition/pronouns\",\"valueBoolean\":true}]}";
        String place = "{\"resourceType\":\"Organization\",\"name\":\"x\",\"extension\":[{\"url\":"
                + "\"http://stillpoint.org/fhir/StructureDefinition/pronouns\",\"valueString\":\"she\"}]}";

        assertThat(VALIDATION.check(value).errors()).isNotEmpty();
        assertThat(VALIDATION.check(place).errors()).isNotEmpty();
    }

    @Test
    void check_wrongDisplayOfACode_isNotPassedOver() {
        FhirCheck check = VALIDATION.check(
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":"
                        + "\"http://loinc.org\",\"code\":\"72514-3\",\"display\":\"Granulation tissue\"}]}}");

        assertThat(check.errors().toString() + check.warnings()).contains("Granulation tissue");
    }

    /** Found 2026-11-30: for each of our extensions the validator asked HL7's build server, and slept a second when nobody answered. */
    @Test
    void validation_mayAskNobodyOverTheNetwork() {
        assertThat(VALIDATION
                        .check("{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}")
                        .isGood())
                .isTrue();
        assertThatThrownBy(() -> ManagedWebAccess.get(List.of("web"), "http://127.0.0.1:9/"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not allowed");
    }

    @Test
    void check_extensionAsItIsPublished_isGood_andWhatTheValidatorCannotLookUpIsExplained() {
        FhirCheck check = VALIDATION.check(FhirR4.json(OwnResources.list().get("StructureDefinition-pronouns.json")));

        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).isEmpty();
        assertThat(check.explained()).hasSize(1);
    }

    @Test
    void check_newWarning_isNotExplained() {
        FhirCheck check = VALIDATION.check("{\"resourceType\":\"Patient\"}");

        assertThat(check.warnings()).extracting(CheckFinding::message).anyMatch(said -> said.contains("narrative"));
        assertThat(check.explained()).isEmpty();
    }
}
