/** The clinical record: clients, what they told, body maps, sessions, check-ins, and what may be done with them. */
@NullMarked
package org.stillpoint.record;

import org.jspecify.annotations.NullMarked;
