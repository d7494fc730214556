/** How it is between sessions. */
@NullMarked
package org.stillpoint.practice.checkin;

import org.jspecify.annotations.NullMarked;
