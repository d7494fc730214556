/** Whether FHIR R4 holds what it promises: HL7's validator, offline, with our own definitions. */
@NullMarked
package org.stillpoint.exchange.fhir.check;

import org.jspecify.annotations.NullMarked;
