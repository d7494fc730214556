package org.stillpoint.exchange.fhir.resource;

import java.util.List;

/**
 * Writes one kind of entry of the record as FHIR resources, and reads what it wrote.
 *
 * @param <T> what is written
 */
public interface FhirTranslator<T> {

    /** Adds what stands for the entry. */
    void write(T told, FhirEntries to);

    /** The entries that {@link #write} has written, in the order in which they stand. Resources of others are passed over. */
    List<T> read(FhirEntries from);
}
