/** The record as FHIR over HTTP: the door, signing in of programs, what is asked and answered, and the pages on which it is allowed. */
@NullMarked
package org.stillpoint.web.api;

import org.jspecify.annotations.NullMarked;
