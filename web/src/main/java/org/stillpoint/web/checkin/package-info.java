/** How the client is between sessions: the check-in. */
@NullMarked
package org.stillpoint.web.checkin;

import org.jspecify.annotations.NullMarked;
