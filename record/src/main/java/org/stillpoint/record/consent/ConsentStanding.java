package org.stillpoint.record.consent;

import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;

/** How it stands with a client's consent. */
public sealed interface ConsentStanding {

    /** Whether what is in force was signed under other words than these. */
    default boolean differsFrom(ConsentDocument now) {
        return this instanceof InForce(ConsentGiven given, var until)
                && !given.document().hash().equals(now.hash());
    }

    /** @param until the last day on which it holds; empty where it holds for one session */
    record InForce(ConsentGiven given, Optional<LocalDate> until) implements ConsentStanding {}

    /** Nothing was ever signed. */
    record NeverGiven() implements ConsentStanding {}

    /** @param lastDay the last day on which it held */
    record HasRunOut(ConsentGiven given, LocalDate lastDay) implements ConsentStanding {}

    /** @param day when it was withdrawn */
    record IsWithdrawn(LocalDate day) implements ConsentStanding {}
}
