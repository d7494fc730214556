/** What another system's FHIR file proposes, looked at and told one by one. */
@NullMarked
package org.stillpoint.web.fhir;

import org.jspecify.annotations.NullMarked;
