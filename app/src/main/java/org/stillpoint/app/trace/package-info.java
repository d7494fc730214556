/** Commands that trace pain maps and try the trace. */
@NullMarked
package org.stillpoint.app.trace;

import org.jspecify.annotations.NullMarked;
