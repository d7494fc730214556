/** What passes between a practitioner's own calendar and the practice's: a feed out, busy times and ties in. */
@NullMarked
package org.stillpoint.record.calendar;

import org.jspecify.annotations.NullMarked;
