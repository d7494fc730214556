/** All that is kept, as one file: a zip of rows, FHIR and papers, with a manifest by which damage is found. */
@NullMarked
package org.stillpoint.exchange.archive;

import org.jspecify.annotations.NullMarked;
