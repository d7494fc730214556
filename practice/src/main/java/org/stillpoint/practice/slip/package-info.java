/** Slips of the pen: each is mended by the act of its own kind, and what was mended is read here. */
@NullMarked
package org.stillpoint.practice.slip;

import org.jspecify.annotations.NullMarked;
