/** Foreign formats in and out: tables, documents, and later FHIR. */
@NullMarked
package org.stillpoint.exchange;

import org.jspecify.annotations.NullMarked;
