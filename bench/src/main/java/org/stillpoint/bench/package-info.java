/** How fast, beside peers in the same run. Never shipped. */
@NullMarked
package org.stillpoint.bench;

import org.jspecify.annotations.NullMarked;
