package org.stillpoint.exchange.fhir.served;

/**
 * What resources of a kind are searched by.
 *
 * @param name as R4 calls it
 * @param element of the resource that it looks at, as R4's definition of the parameter says
 */
public record ServedParameter(String name, ParameterKind kind, String element) {

    /** How its values are written and compared. */
    public enum ParameterKind {
        TOKEN,
        DATE,
        URI,
        REFERENCE
    }
}
