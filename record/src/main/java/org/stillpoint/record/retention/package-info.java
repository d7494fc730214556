/** How long a record is kept, and what must be kept longer. */
@NullMarked
package org.stillpoint.record.retention;

import org.jspecify.annotations.NullMarked;
