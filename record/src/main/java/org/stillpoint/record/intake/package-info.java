/** The intake: what is asked of a client at the first visit, step by step, until it is completed. */
@NullMarked
package org.stillpoint.record.intake;

import org.jspecify.annotations.NullMarked;
