/** All that is kept, row by row and readable, on its way out of an installation. */
@NullMarked
package org.stillpoint.record.whole;

import org.jspecify.annotations.NullMarked;
