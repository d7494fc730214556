/** The intake: begun, answered step by step by the client or by whoever treats them, and completed. */
@NullMarked
package org.stillpoint.practice.intake;

import org.jspecify.annotations.NullMarked;
