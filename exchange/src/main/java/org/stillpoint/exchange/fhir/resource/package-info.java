/** One translator for each kind of entry of the record: to FHIR R4 and back. */
@NullMarked
package org.stillpoint.exchange.fhir.resource;

import org.jspecify.annotations.NullMarked;
