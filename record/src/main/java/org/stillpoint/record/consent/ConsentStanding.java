package org.stillpoint.record.consent;

import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;

/** How it stands with a client's consent. */
public sealed interface ConsentStanding {

    /** @param until the last day on which it holds; empty where it holds for one session */
    record InForce(ConsentGiven given, Optional<LocalDate> until) implements ConsentStanding {}

    /** Nothing was ever signed. */
    record NeverGiven() implements ConsentStanding {}

    /** @param lastDay the last day on which it held */
    record HasRunOut(ConsentGiven given, LocalDate lastDay) implements ConsentStanding {}

    /** @param day when it was withdrawn */
    record IsWithdrawn(LocalDate day) implements ConsentStanding {}
}
