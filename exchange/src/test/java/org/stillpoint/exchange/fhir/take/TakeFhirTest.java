package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.fhir.MadeUpRecord;
import org.stillpoint.exchange.fhir.bundle.ClientBundle;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalAdvice;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalReason;

/** Bundles of other shapes: what is proposed, asked about, left out and listed. */
class TakeFhirTest {

    private static TakenFhir take(String json) {
        return TakeFhir.of(FhirFile.of("f.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String condition(String code, String more) {
        return "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},\"code\":" + code
                + more + "}";
    }

    private static String bundle(String... resources) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                + String.join("},{\"resource\":", resources) + "}]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No known allergies | | NO | NOTHING_KNOWN",
                "Fracture of wrist | ,\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]} | NO | REFUTED",
                "Fracture of wrist | ,\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]} | NO | ENTERED_IN_ERROR",
                "Family history of stroke | | NO | OF_THE_FAMILY",
                "Normal pregnancy | | ASK | NORMAL",
            })
    void condition_thatSaysItIsNot_isNotSimplyProposed(
            String text, String more, ProposalAdvice advice, ProposalReason reason) {
        ProposedEvent event = take(condition("{\"text\":\"" + text + "\"}", more == null ? "" : more))
                .events()
                .getFirst();

        assertThat(event.advice()).isEqualTo(advice);
        assertThat(event.reasons()).containsExactly(reason);
    }

    @Test
    void condition_withACodeThatIsNothing_isReadByItsName() {
        assertThat(take(condition("{\"coding\":[{\"code\":null,\"display\":\"Whiplash\"}]}", ""))
                        .proposals())
                .hasSize(1);
    }

    @Test
    void condition_twice_isProposedOnce() {
        String one = condition("{\"text\":\"Whiplash\"}", ",\"onsetDateTime\":\"2014-03\"");

        TakenFhir taken = take(bundle(one, one));

        assertThat(taken.events()).hasSize(2);
        assertThat(taken.proposals()).singleElement().satisfies(event -> {
            assertThat(event.isInjuryLike()).isTrue();
            assertThat(event.when()).hasToString("Optional[2014-03]");
        });
    }

    @Test
    void elements_thatR4DoesNotHave_areListedAndTheRestIsRead() {
        TakenFhir taken = take(condition("{\"text\":\"Whiplash\"}", ",\"onsetAroundAbout\":\"spring\""));

        assertThat(taken.dropped()).anyMatch(each -> each.contains("onsetAroundAbout"));
        assertThat(taken.proposals()).hasSize(1);
    }

    @Test
    void resources_thatSayNothingHere_areCounted() {
        assertThat(take(bundle(
                                "{\"resourceType\":\"Observation\"}",
                                "{\"resourceType\":\"Observation\"}",
                                condition("{\"text\":\"Whiplash\"}", "")))
                        .passedOver())
                .containsEntry("Observation", 2);
    }

    @Test
    void persons_two_areRefused() {
        assertThatThrownBy(() -> take(bundle(
                        "{\"resourceType\":\"Patient\",\"id\":\"a\"}", "{\"resourceType\":\"Patient\",\"id\":\"b\"}")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than one person");
    }

    @Test
    void resource_ofAnotherPerson_isLeftOut() {
        TakenFhir taken = take(
                bundle("{\"resourceType\":\"Patient\",\"id\":\"other\"}", condition("{\"text\":\"Whiplash\"}", "")));

        assertThat(taken.events()).isEmpty();
        assertThat(taken.ofAnother()).isEqualTo(1);
    }

    @Test
    void references_inACircle_areReadOnce() {
        TakenFhir taken = take(condition(
                "{\"text\":\"Whiplash\"}",
                ",\"contained\":[{\"resourceType\":\"Condition\",\"id\":\"x\",\"subject\":{\"reference\":\"#y\"}},"
                        + "{\"resourceType\":\"Encounter\",\"id\":\"y\",\"partOf\":{\"reference\":\"#x\"}}],"
                        + "\"evidence\":[{\"detail\":[{\"reference\":\"#x\"}]}]"));

        assertThat(taken.events()).hasSize(1);
    }

    @Test
    void contained_resources_areNoEventsAndAreCounted() {
        TakenFhir taken = take(bundle(
                "{\"resourceType\":\"Encounter\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},"
                        + "\"contained\":[{\"resourceType\":\"Condition\",\"id\":\"d\",\"code\":{\"text\":\"Whiplash\"}},"
                        + "{\"resourceType\":\"Practitioner\",\"id\":\"w\"}],"
                        + "\"diagnosis\":[{\"condition\":{\"reference\":\"#d\"}}]}",
                condition("{\"text\":\"Fracture of wrist\"}", "")));

        assertThat(taken.proposals()).extracting(event -> event.label().value()).containsExactly("Fracture of wrist");
        assertThat(taken.passedOver())
                .containsEntry("Condition", 1)
                .containsEntry("Practitioner", 1)
                .containsEntry("Encounter", 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"system\":\"urn:oid:1.2.3\",\"code\":\"77\",\"display\":\"Prellung der Hüfte\"}] | Prellung der Hüfte | ''",
                "[{\"system\":\"urn:oid:1.2.3\",\"code\":\"77\"}] | 77 | WITHOUT_NAME",
                "[{\"code\":\"77\"}] | 77 | WITHOUT_NAME",
                "[{\"system\":\"urn:oid:1.2.3\"}] | '' | WITHOUT_NAME",
            })
    void codes_thatNobodyKnows_areReadByTheirNameOrAskedAbout(String codings, String label, String reason) {
        ProposedEvent event =
                take(condition("{\"coding\":" + codings + "}", "")).events().getFirst();

        assertThat(event.label().value()).isEqualTo(label);
        assertThat(event.reasons().stream().map(Enum::name).toList())
                .isEqualTo(reason.isEmpty() ? java.util.List.of() : java.util.List.of(reason));
        assertThat(event.advice()).isNotEqualTo(ProposalAdvice.NO);
    }

    /** As much of a date as is known is kept, and what is none of the record's is left to whoever tells it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"onsetDateTime\":\"2014\" | 2014 | year",
                "\"onsetDateTime\":\"2014-03\" | 2014-03 | month",
                "\"onsetDateTime\":\"2014-03-17\" | 2014-03-17 | day",
                "\"onsetDateTime\":\"2014-03-17T23:30:00-05:00\" | 2014-03-17 | instant",
                "\"onsetPeriod\":{\"start\":\"2014-03\",\"end\":\"2015\"} | 2014-03 | month",
                "\"onsetPeriod\":{\"end\":\"2015\"} | '' | ''",
                "\"onsetAge\":{\"value\":7,\"code\":\"a\"} | '' | ''",
                "\"onsetString\":\"as a child\" | '' | ''",
                "\"recordedDate\":\"2016-01\" | 2016-01 | month",
            })
    void date_inAnyPrecision_isNoMoreThanWhatIsWritten(String onset, String when, String precision) {
        ProposedEvent event =
                take(condition("{\"text\":\"Whiplash\"}", "," + onset)).events().getFirst();

        assertThat(event.when().map(Object::toString).orElse("")).isEqualTo(when);
        assertThat(event.precision()).isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":[\"Doe\"]}]} | DSTU2",
                "{\"resourceType\":\"MedicationOrder\"} | DSTU2",
                "{\"resourceType\":\"Condition\",\"verificationStatus\":\"confirmed\"} | STU3",
                "{\"resourceType\":\"ReferralRequest\"} | STU3",
                "{\"resourceType\":\"NutritionProduct\"} | R4B",
                "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"http://hl7.org/fhir/4.3/X\"]}} | R4B",
                "{\"resourceType\":\"Encounter\",\"class\":[{\"coding\":[{\"code\":\"AMB\"}]}]} | R5",
                "<Encounter xmlns=\"http://hl7.org/fhir\"><actualPeriod/></Encounter> | R5",
                "<Condition xmlns=\"http://hl7.org/fhir\"><patient/></Condition> | DSTU2",
            })
    void version_thatIsAnother_isToldBeforeAnythingIsRead(String resource, String version) {
        String text = resource.startsWith("<") ? resource : bundle(condition("{\"text\":\"Whiplash\"}", ""), resource);

        assertThatThrownBy(() -> take(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is FHIR " + version + " ");
    }

    @Test
    void bundle_ofOurOwn_comesBackAsProposals() {
        Bundle own = ClientBundle.of(new MadeUpRecord(7).file());

        TakenFhir taken = take(FhirR4.json(own));

        assertThat(taken.persons()).hasSize(1);
        assertThat(taken.dropped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resourceType\":\"Nothing\"} | damaged",
                "{\"resourceType\": | damaged",
                "{\"a\":1} | damaged",
                "<a/> | damaged",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"\"}}]} | damaged",
                "<Patient xmlns=\"http://hl7.org/fhir\"><active | damaged"
            })
    void text_thatIsNoResource_isRefusedInWords(String text, String why) {
        assertThatThrownBy(() -> take(text)).isInstanceOf(BadInput.class).hasMessageContaining(why);
    }
}
