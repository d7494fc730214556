/** When a client comes: booked, moved and cancelled. */
@NullMarked
package org.stillpoint.web.appointment;

import org.jspecify.annotations.NullMarked;
