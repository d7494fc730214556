/** De-identified exports of many practices at once, on Apache Spark: what every machine reads and judges by the same classes, joined. */
@NullMarked
package org.stillpoint.cohort;

import org.jspecify.annotations.NullMarked;
