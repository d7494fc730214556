/** What was planned before a session, what the therapist chose, and what the client wants to be able to do again. */
@NullMarked
package org.stillpoint.record.plan;

import org.jspecify.annotations.NullMarked;
