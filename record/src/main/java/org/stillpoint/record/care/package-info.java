/** Who treats whom, and who else was let in to a client. */
@NullMarked
package org.stillpoint.record.care;

import org.jspecify.annotations.NullMarked;
