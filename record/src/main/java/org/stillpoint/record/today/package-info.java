/** The practice at one glance: who is there now, who needs attention, who was seen last. */
@NullMarked
package org.stillpoint.record.today;

import org.jspecify.annotations.NullMarked;
