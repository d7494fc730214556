package org.stillpoint.record.consent;

import java.time.LocalDate;
import java.util.Optional;

/** For how long a consent is given. A constant's name is kept. */
public enum ConsentTerm {
    /** For the first session that starts after it. */
    ONE_SESSION(0),
    SIX_MONTHS(6),
    ONE_YEAR(12);

    /** Where nobody chooses. Source: written consent is often kept to one year (MTBOK 210.8). */
    public static final ConsentTerm USUAL = ONE_YEAR;

    private final int months;

    ConsentTerm(int months) {
        this.months = months;
    }

    /** The last day on which it holds; empty where it holds for one session. */
    public Optional<LocalDate> lastDay(LocalDate signed) {
        return this == ONE_SESSION ? Optional.empty() : Optional.of(signed.plusMonths(months));
    }
}
