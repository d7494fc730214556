/** From today's pain back to the places worth feeling, with what stays unexplained. */
@NullMarked
package org.stillpoint.trace;

import org.jspecify.annotations.NullMarked;
