/** What was planned before a session, and what the therapist chose. */
@NullMarked
package org.stillpoint.record.plan;

import org.jspecify.annotations.NullMarked;
