/** The codes that travel in FHIR: those of others with where each was seen, and our own. */
@NullMarked
package org.stillpoint.exchange.fhir.code;

import org.jspecify.annotations.NullMarked;
