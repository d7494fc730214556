/** When a client comes: a simple list, no more. */
@NullMarked
package org.stillpoint.record.appointment;

import org.jspecify.annotations.NullMarked;
