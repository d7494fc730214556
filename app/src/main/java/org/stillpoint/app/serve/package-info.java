/** Starts a practice: opens its record, hands it to the pages, and says how to get in. */
@NullMarked
package org.stillpoint.app.serve;

import org.jspecify.annotations.NullMarked;
