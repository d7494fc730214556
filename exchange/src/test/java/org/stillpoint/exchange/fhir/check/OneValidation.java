package org.stillpoint.exchange.fhir.check;

/** HL7's validator, loaded once for all tests: its definitions take seconds. */
public final class OneValidation {
    public static final FhirValidation VALIDATION = new FhirValidation();

    private OneValidation() {}
}
