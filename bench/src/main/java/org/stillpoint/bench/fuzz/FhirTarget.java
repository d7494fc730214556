package org.stillpoint.bench.fuzz;

import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.exchange.fhir.take.TakeFhir;
import org.stillpoint.exchange.fhir.take.TakenFhir;

/** FHIR of another system: read, or refused in words; what is proposed was in the file. */
public final class FhirTarget {
    private FhirTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            TakenFhir taken = TakeFhir.of(FhirFile.of("fuzzed", bytes));
            if (taken.proposals().size() > taken.events().size()
                    || taken.persons().size() > 1) {
                throw new IllegalStateException("more than was there");
            }
        } catch (BadInput refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new IllegalStateException("refused without a word", refused);
            }
        }
    }
}
