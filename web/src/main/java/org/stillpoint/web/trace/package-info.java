/** The trace: places worth feeling, the told events that touched them, and what stays unexplained. */
@NullMarked
package org.stillpoint.web.trace;

import org.jspecify.annotations.NullMarked;
