/** The first page: who is there, who needs attention, who was seen last, and finding the rest. */
@NullMarked
package org.stillpoint.practice.today;

import org.jspecify.annotations.NullMarked;
