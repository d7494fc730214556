package org.stillpoint.exchange.fhir.served;

/** What was asked for cannot be searched. The message says what may be; it holds nothing of a record. */
public final class BadSearch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it, as an OperationOutcome says it. */
    public enum SearchFault {
        /** A value of no known form. */
        INVALID,
        /** Something that is not done here. */
        NOT_SUPPORTED,
        /** Whose resources are meant has to be said. */
        TOO_COSTLY
    }

    private final SearchFault fault;

    public BadSearch(SearchFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public SearchFault fault() {
        return fault;
    }
}
