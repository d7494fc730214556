package org.stillpoint.exchange.fhir.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.exchange.fhir.served.ServedParameter.ParameterKind;

class ServedSearchTest {
    private static final ServedParameter DATE = new ServedParameter("date", ParameterKind.DATE, "effective[x]");
    private static final ServedParameter CODE = new ServedParameter("code", ParameterKind.TOKEN, "code");
    private static final ServedSearch BERLIN = new ServedSearch(ZoneId.of("Europe/Berlin"));

    private static Observation at(String time) {
        Observation observation = new Observation().setEffective(new DateTimeType(time));
        observation.setCode(
                new CodeableConcept(new Coding().setSystem("http://loinc.org").setCode("72514-3")));
        return observation;
    }

    /** The prefixes of FHIR R4, 3.1.1.5.5, worked out by hand from what it says of ranges. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-02, true",
        "2026-03-02T10:00:00Z, eq2026-03, true",
        "2026-03-02T10:00:00Z, eq2026-03-03, false",
        "2026-03-02T10:00:00Z, ne2026-03-03, true",
        "2026-03-02T10:00:00Z, ne2026, false",
        "2026-03-02T10:00:00Z, gt2026-03-01, true",
        "2026-03-02T10:00:00Z, gt2026-03-02, false",
        "2026-03-02T10:00:00Z, ge2026-03-02, true",
        "2026-03-02T10:00:00Z, lt2026-03-02, false",
        "2026-03-02T10:00:00Z, le2026-03-02, true",
        "2026-03-02T10:00:00Z, lt2026-03-02T10:00:01Z, true",
        "2026-03-02T10:00:00Z, sa2026-03-01, true",
        "2026-03-02T10:00:00Z, sa2026-03-02, false",
        "2026-03-02T10:00:00Z, eb2026-03-03, true",
        "2026-03-02T10:00:00Z, eb2026-03-02, false",
        "2026, eq2026-03-02, false",
        "2026, ge2026-03-02, true",
        "2026, le2026-03-02, true",
        "2026, sa2025, true",
        // 23:30 in Berlin is the day before there, and the day is the practice's
        "2026-03-01T23:30:00Z, 2026-03-02, true",
        "2026-03-01T22:30:00Z, 2026-03-02, false",
        "2026-03-02T10:00:00Z, 2026-03-02T11:00, true",
        // the day on which the clock is set forward has 23 hours
        "2026-03-29T21:59:59Z, 2026-03-29, true",
        "2026-03-29T22:00:00Z, 2026-03-29, false"
    })
    void date_withAPrefix_findsAsFhirSays(String time, String asked, boolean found) {
        assertThat(BERLIN.by(DATE, asked).test(at(time))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-13", "2026-02-30", "xx2026", "ge", "2026-3-2", "20260302", "ap2026"})
    void date_thatIsNone_isRefused(String asked) {
        assertThatThrownBy(() -> BERLIN.by(DATE, asked))
                .isInstanceOf(BadSearch.class)
                .hasMessageContaining("date");
    }

    @ParameterizedTest
    @CsvSource({
        "72514-3, true",
        "http://loinc.org|72514-3, true",
        "http://loinc.org|, true",
        "|72514-3, false",
        "http://snomed.info/sct|72514-3, false",
        "'other,72514-3', true",
        "other, false",
        "'', false"
    })
    void token_findsByCodeAndSystem(String asked, boolean found) {
        assertThat(BERLIN.by(CODE, asked).test(at("2026"))).isEqualTo(found);
    }

    @Test
    void servedId_saysWhoseItIs_andNothingElseIsOne() {
        var client = org.stillpoint.record.Id.<org.stillpoint.record.client.Client>random();
        String served = ServedId.of(client, org.stillpoint.record.Id.random().toString());
        assertThat(served).hasSize(64).matches("[A-Za-z0-9\\-.]{1,64}");
        assertThat(ServedId.client(served)).isEqualTo(Optional.of(client));
        assertThat(ServedId.client(client.toString())).isEmpty();
        assertThat(ServedId.client("zz")).isEmpty();
    }
}
