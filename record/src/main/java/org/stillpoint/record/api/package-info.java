/** Whom the practice has let read its record by FHIR: people with a token of their own, and programs that its owner registered. */
@NullMarked
package org.stillpoint.record.api;

import org.jspecify.annotations.NullMarked;
