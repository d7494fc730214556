/** Before a session: where hands may come first, how long, how gently, and why; and what the therapist chooses beside it. */
@NullMarked
package org.stillpoint.practice.plan;

import org.jspecify.annotations.NullMarked;
