package org.stillpoint.exchange.fhir.take;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.record.PrivateText;

/**
 * What was read of a file of another system. Nothing of it is in the record.
 *
 * @param persons whom it is of: one at most
 * @param events in the order of the file
 * @param answers questionnaires with their sums
 * @param passedOver how many resources of each type say nothing that is read here; those too that stand within another
 * @param dropped elements that R4 does not have, by where they stood
 * @param ofAnother how many resources were left out because they are of somebody else than the person in the file
 * @param isDeceased whether the file says that the person has died: then somebody is asked before anything goes on
 */
public record TakenFhir(
        List<ProposedPerson> persons,
        List<ProposedEvent> events,
        List<AnsweredSum> answers,
        Map<String, Integer> passedOver,
        List<String> dropped,
        int ofAnother,
        boolean isDeceased) {

    /** How another system calls a person. */
    public record ProposedPerson(
            PrivateText name, OptionalInt yearOfBirth, PrivateText phone, PrivateText email, PrivateText address) {}

    /**
     * A PHQ-9 that was filled in elsewhere.
     *
     * @param stated the sum that it states
     * @param counted the sum of its nine answers; empty where one is missing
     * @param speaksOfSelfHarm whether the ninth answer is above nothing: a red flag
     */
    public record AnsweredSum(
            String id,
            Optional<String> authored,
            OptionalDouble stated,
            OptionalInt counted,
            boolean speaksOfSelfHarm) {

        public boolean disagrees() {
            return stated.isPresent() && counted.isPresent() && stated.getAsDouble() != counted.getAsInt();
        }
    }

    /** Those that are shown. */
    public List<ProposedEvent> proposals() {
        return events.stream()
                .filter(each -> each.advice() != ProposedEvent.ProposalAdvice.NO
                        && each.duplicateOf().isEmpty())
                .toList();
    }
}
