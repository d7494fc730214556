/** What was forecast against what came: scores, baselines, skill and calibration. */
@NullMarked
package org.stillpoint.evidence.forecast;

import org.jspecify.annotations.NullMarked;
