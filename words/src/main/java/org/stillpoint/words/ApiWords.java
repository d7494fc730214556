package org.stillpoint.words;

/** Programs that read the record by FHIR: who lets them, until when, and by what they show who they are. */
public enum ApiWords implements Label {
    TITLE,
    LEAD,
    WHOEVER_HAS_IT,
    NOT_OPEN,
    MAKE,
    NAME,
    NAME_HINT,
    PERIOD,
    TOKEN,
    ONCE,
    COPY,
    COPIED,
    MADE_BEFORE,
    ENDED,
    NONE,
    TOKENS,
    END,
    ADDRESS,
    PRACTICE_TITLE,
    PRACTICE_LEAD,
    IS_OPEN,
    IS_CLOSED,
    OPEN,
    CLOSE,
    PROGRAMS,
    NO_PROGRAMS,
    REGISTER,
    REGISTERED,
    CALLS_ITSELF,
    KEYS,
    KEYS_HINT,
    BAD_KEYS,
    SCOPES,
    SCOPES_HINT,
    BAD_SCOPES,
    OTHERS,
    NO_OTHERS;

    public record GrantedTo(String name) implements Message {}
}
