package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalAdvice;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;

/** A file of Synthea's comes in unchanged: conditions and procedures as proposals, and all else is counted. */
class SyntheaFileTest {

    private static TakenFhir take(byte[] json) {
        return TakeFhir.of(FhirFile.of("synthea.json", json));
    }

    private static List<Id<TraumaEvent>> ids(TakenFhir taken, Id<Client> client) {
        return taken.proposals().stream().map(event -> event.idFor(client)).toList();
    }

    /** The numbers are those of the types in the file, counted with a few lines of Python and no FHIR. */
    @Test
    void file_isReadAsOnePersonWithWhatMayBeTold_andTheRestIsCounted() {
        TakenFhir taken = take(SyntheaFile.bytes());

        assertThat(taken.persons()).singleElement().satisfies(person -> {
            assertThat(person.name().value()).isEqualTo("Dionne995 Lonnie913 Romaguera67");
            assertThat(person.yearOfBirth()).hasValue(2012);
        });
        assertThat(taken.events())
                .filteredOn(event -> event.resource().equals("Condition"))
                .hasSize(19);
        assertThat(taken.events())
                .filteredOn(event -> event.resource().equals("Procedure"))
                .hasSize(119);
        assertThat(taken.proposals())
                .hasSize(138)
                .allMatch(event ->
                        event.advice() == ProposalAdvice.YES && event.when().isPresent());
        assertThat(taken.proposals())
                .filteredOn(ProposedEvent::isInjuryLike)
                .extracting(event -> event.label().value() + " " + event.when().orElseThrow())
                .containsExactly(
                        "Burn injury (morphologic abnormality) 2024-10-18",
                        "Epidermal burn of skin (disorder) 2024-10-18");
        assertThat(taken.passedOver())
                .isEqualTo(Map.ofEntries(
                        Map.entry("Observation", 141),
                        Map.entry("DiagnosticReport", 60),
                        Map.entry("Claim", 60),
                        Map.entry("ExplanationOfBenefit", 60),
                        Map.entry("ServiceRequest", 60), // contained in an explanation of benefit, as the next
                        Map.entry("Coverage", 60),
                        Map.entry("Encounter", 53),
                        Map.entry("DocumentReference", 53),
                        Map.entry("Immunization", 21),
                        Map.entry("SupplyDelivery", 15),
                        Map.entry("Device", 8),
                        Map.entry("MedicationRequest", 7),
                        Map.entry("CareTeam", 4),
                        Map.entry("CarePlan", 4),
                        Map.entry("AllergyIntolerance", 4),
                        Map.entry("Medication", 3),
                        Map.entry("MedicationAdministration", 3),
                        Map.entry("ImagingStudy", 3),
                        Map.entry("Provenance", 1)));
        assertThat(taken.dropped()).isEmpty();
        assertThat(taken.ofAnother()).isZero();
        assertThat(taken.isDeceased()).isFalse();
    }

    @Test
    void file_thatComesAgainWithMore_proposesWhatItDidUnderTheSameIds() {
        Id<Client> client = Id.random();
        List<Id<TraumaEvent>> first = ids(take(SyntheaFile.earlier(40)), client);
        TakenFhir whole = take(SyntheaFile.bytes());

        assertThat(first).isNotEmpty().doesNotHaveDuplicates();
        assertThat(ids(take(SyntheaFile.earlier(40)), client)).isEqualTo(first);
        assertThat(ids(whole, client))
                .doesNotHaveDuplicates()
                .containsAll(first)
                .hasSizeGreaterThan(first.size());
        assertThat(ids(whole, Id.random())).doesNotContainAnyElementsOf(first);
    }
}
