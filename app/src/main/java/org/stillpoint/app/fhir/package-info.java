/** {@code stillpoint fhir}: the record as FHIR R4, what is published with it, and whether it holds. */
@NullMarked
package org.stillpoint.app.fhir;

import org.jspecify.annotations.NullMarked;
