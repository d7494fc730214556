/** Interrupted series: a level that wanders, and where it may have jumped. Description and reference, never proof. */
@NullMarked
package org.stillpoint.evidence.series;

import org.jspecify.annotations.NullMarked;
