/** The dated check before every session: what stops it, what a physician clears first. */
@NullMarked
package org.stillpoint.record.safety;

import org.jspecify.annotations.NullMarked;
