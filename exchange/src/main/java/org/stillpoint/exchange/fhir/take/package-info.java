/** FHIR of other systems: read within bounds, told apart by version, and turned into what a client may confirm. */
@NullMarked
package org.stillpoint.exchange.fhir.take;

import org.jspecify.annotations.NullMarked;
