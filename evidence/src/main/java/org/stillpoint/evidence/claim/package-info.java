/** Forecasts that are sealed before what they speak of, and how good they turn out to be. */
@NullMarked
package org.stillpoint.evidence.claim;

import org.jspecify.annotations.NullMarked;
