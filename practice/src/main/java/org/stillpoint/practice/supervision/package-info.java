/** A case is handed to a supervisor, and seen by them without name, text and dates. */
@NullMarked
package org.stillpoint.practice.supervision;

import org.jspecify.annotations.NullMarked;
