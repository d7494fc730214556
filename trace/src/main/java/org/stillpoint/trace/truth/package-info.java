/** What would show that the trace is wrong: predicting hidden pain, and tracing lives whose truth is known. */
@NullMarked
package org.stillpoint.trace.truth;

import org.jspecify.annotations.NullMarked;
