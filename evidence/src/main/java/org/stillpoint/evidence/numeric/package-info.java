/** The few distributions and small matrices that every estimator here shares. */
@NullMarked
package org.stillpoint.evidence.numeric;

import org.jspecify.annotations.NullMarked;
