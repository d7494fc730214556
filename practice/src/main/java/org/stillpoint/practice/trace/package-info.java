/** From what is marked and found today to the places worth feeling, with the told events that touched them. */
@NullMarked
package org.stillpoint.practice.trace;

import org.jspecify.annotations.NullMarked;
