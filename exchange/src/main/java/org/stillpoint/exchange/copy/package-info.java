/** One client's record as a tree of names and values, for a file that other programs read. */
@NullMarked
package org.stillpoint.exchange.copy;

import org.jspecify.annotations.NullMarked;
