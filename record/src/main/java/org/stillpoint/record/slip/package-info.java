/** Slips of the pen that were mended: what was written, what was meant, who mended it and when. */
@NullMarked
package org.stillpoint.record.slip;

import org.jspecify.annotations.NullMarked;
