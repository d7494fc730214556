/** The commands that answer "did it help" from tables in a researcher's own columns. */
@NullMarked
package org.stillpoint.app.evidence;

import org.jspecify.annotations.NullMarked;
