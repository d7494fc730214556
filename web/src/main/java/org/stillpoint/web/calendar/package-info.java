/** A practitioner's own calendar: its address, what is read there, and what is taken from another. */
@NullMarked
package org.stillpoint.web.calendar;

import org.jspecify.annotations.NullMarked;
