/** How the client is between sessions. */
@NullMarked
package org.stillpoint.record.checkin;

import org.jspecify.annotations.NullMarked;
