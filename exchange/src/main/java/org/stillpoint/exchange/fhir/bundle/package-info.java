/** What leaves of one client, put together: the whole record as a collection, and a summary as a document. */
@NullMarked
package org.stillpoint.exchange.fhir.bundle;

import org.jspecify.annotations.NullMarked;
