/** What came of it: how it goes for one client and for the practice, what was forecast and drawn by lot, and what the field knows. */
@NullMarked
package org.stillpoint.practice.outcome;

import org.jspecify.annotations.NullMarked;
