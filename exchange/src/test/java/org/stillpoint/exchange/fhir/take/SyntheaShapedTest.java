package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalAdvice;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;

/** A file in Synthea's shape comes in unchanged: events as proposals, and all else is counted. */
class SyntheaShapedTest {
    private static final int VISITS = 8;

    private static TakenFhir take(String json) {
        return TakeFhir.of(FhirFile.of("synthea.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Id<TraumaEvent>> ids(TakenFhir taken, Id<Client> client) {
        return taken.proposals().stream().map(event -> event.idFor(client)).toList();
    }

    @Test
    void bundle_isReadAsOnePersonWithConditionsAndProceduresAndTheRestIsCounted() {
        TakenFhir taken = take(SyntheaShaped.bundle(VISITS));

        assertThat(taken.persons()).singleElement().satisfies(person -> {
            assertThat(person.name().value()).isEqualTo("Una7 Shaped42");
            assertThat(person.yearOfBirth()).hasValue(1971);
        });
        assertThat(taken.events()).hasSize(2 * VISITS);
        assertThat(taken.proposals())
                .filteredOn(ProposedEvent::isInjuryLike)
                .extracting(event -> event.label().value() + " " + event.when().orElseThrow())
                .containsExactly(
                        "Fracture of forearm 1990-01-01",
                        "Sprain of ankle 1990-02-02",
                        "Whiplash injury to neck 1990-06-06",
                        "Sprain of ankle 1990-08-08");
        assertThat(taken.events())
                .filteredOn(event -> event.advice() == ProposalAdvice.ASK)
                .extracting(event -> event.label().value())
                .containsExactly("Normal pregnancy");
        assertThat(taken.passedOver())
                .isEqualTo(Map.of(
                        "Encounter", VISITS,
                        "Observation", 10 * VISITS,
                        "Claim", VISITS,
                        "ExplanationOfBenefit", VISITS,
                        "ServiceRequest", VISITS,
                        "Coverage", VISITS,
                        "DiagnosticReport", VISITS,
                        "Provenance", 1));
        assertThat(taken.dropped()).isEmpty();
        assertThat(taken.ofAnother()).isZero();
        assertThat(taken.isDeceased()).isFalse();
    }

    @Test
    void bundle_thatComesAgainWithMore_proposesWhatItDidUnderTheSameIds() {
        Id<Client> ann = Id.random();
        List<Id<TraumaEvent>> first = ids(take(SyntheaShaped.bundle(VISITS)), ann);

        assertThat(first).doesNotHaveDuplicates();
        assertThat(ids(take(SyntheaShaped.bundle(VISITS)), ann)).isEqualTo(first);
        assertThat(ids(take(SyntheaShaped.bundle(VISITS + 1)), ann))
                .containsAll(first)
                .hasSize(first.size() + 2);
        assertThat(ids(take(SyntheaShaped.bundle(VISITS)), Id.random())).doesNotContainAnyElementsOf(first);
    }

    /** Synthea's files of one life are of a few megabytes; one of 8 is the largest that is read. */
    @Test
    void bundle_ofALongLife_isReadWhole() {
        String json = SyntheaShaped.bundle(300);

        TakenFhir taken = take(json);

        assertThat(json.length()).isBetween(3_000_000, FhirFile.MOST_BYTES);
        assertThat(taken.events()).hasSize(600);
        assertThat(taken.passedOver()).containsEntry("Observation", 3_000);
    }
}
