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

    /** What was said to one of its questions, as long as it is in force. */
    default ChoiceMade answer(ConsentBlock question) {
        return this instanceof InForce(ConsentGiven given, var until)
                ? Optional.ofNullable(given.choices().get(question))
                        .map(yes -> yes ? ChoiceMade.YES : ChoiceMade.NO)
                        .orElse(ChoiceMade.NOT_ASKED)
                : ChoiceMade.NOT_IN_FORCE;
    }

    /** What is said to a question of a consent. */
    enum ChoiceMade {
        YES,
        NO,
        /** The practice's paper did not ask it. */
        NOT_ASKED,
        /** Nothing holds: it was never signed, has run out, or is withdrawn. */
        NOT_IN_FORCE;

        /** Whether nothing of the consent in force stands against it: yes was said, or it was not asked. */
        public boolean allows() {
            return this == YES || this == NOT_ASKED;
        }
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
