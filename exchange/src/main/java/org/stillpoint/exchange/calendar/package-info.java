/** Calendars of others (iCalendar, RFC 5545) in, and our own appointments out. */
@NullMarked
package org.stillpoint.exchange.calendar;

import org.jspecify.annotations.NullMarked;
