/** The published trials of craniosacral technique, as they are, with where they can be read. */
@NullMarked
package org.stillpoint.evidence.literature;

import org.jspecify.annotations.NullMarked;
