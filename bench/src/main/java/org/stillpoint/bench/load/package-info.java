/** A practice under load: requests that come when they are due, and how long each took from then. */
@NullMarked
package org.stillpoint.bench.load;

import org.jspecify.annotations.NullMarked;
