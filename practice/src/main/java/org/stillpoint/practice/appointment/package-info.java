/** When clients come. */
@NullMarked
package org.stillpoint.practice.appointment;

import org.jspecify.annotations.NullMarked;
