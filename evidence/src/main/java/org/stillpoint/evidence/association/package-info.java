/** How two things go together in many people: association with an interval, never cause. */
@NullMarked
package org.stillpoint.evidence.association;

import org.jspecify.annotations.NullMarked;
