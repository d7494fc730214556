/** What happens to what was acknowledged when something else fails: whole processes, killed, filled, frozen and flipped. */
@NullMarked
package org.stillpoint.bench.faults;

import org.jspecify.annotations.NullMarked;
