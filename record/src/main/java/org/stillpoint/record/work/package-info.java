/** Who does what in the practice, all of it or nothing: actor, act, unit of work, and the account of it. */
@NullMarked
package org.stillpoint.record.work;

import org.jspecify.annotations.NullMarked;
