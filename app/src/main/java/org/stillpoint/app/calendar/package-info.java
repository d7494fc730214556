/** Calendars of others, looked at from the command line. */
@NullMarked
package org.stillpoint.app.calendar;

import org.jspecify.annotations.NullMarked;
