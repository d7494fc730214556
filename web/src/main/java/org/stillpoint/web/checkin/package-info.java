/** How the client is between sessions: the check-in, and how it goes over time. */
@NullMarked
package org.stillpoint.web.checkin;

import org.jspecify.annotations.NullMarked;
