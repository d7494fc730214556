package org.stillpoint.words;

import java.time.LocalDate;

/** How long records are kept, what is due for erasure, and legal holds. */
public enum RetentionWords implements Label {
    TITLE,
    LINK,
    WHAT_IT_IS,
    RULE,
    YEARS,
    FULL_AGE,
    FULL_AGE_HINT,
    DUE,
    NOBODY_DUE,
    TO_ERASE,
    HELD,
    NOBODY_HELD,
    HOLD_TITLE,
    HOLD_HINT,
    HOLD_REASON,
    HOLD,
    LIFT,
    STANDS;

    public record DueSince(LocalDate day, LocalDate last) implements Message {}

    public record HeldSince(LocalDate day, String reason) implements Message {}
}
