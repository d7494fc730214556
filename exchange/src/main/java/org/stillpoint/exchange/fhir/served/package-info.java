/** What is asked for by FHIR: the resources under ids that say whose they are, what they are searched by, and which of them are wanted. */
@NullMarked
package org.stillpoint.exchange.fhir.served;

import org.jspecify.annotations.NullMarked;
