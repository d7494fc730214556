/** All that is kept, of a client or of the practice, leaves as one file. */
@NullMarked
package org.stillpoint.practice.whole;

import org.jspecify.annotations.NullMarked;
