/** A practitioner's own calendar: the feed that it reads, and what is taken from it. */
@NullMarked
package org.stillpoint.practice.calendar;

import org.jspecify.annotations.NullMarked;
