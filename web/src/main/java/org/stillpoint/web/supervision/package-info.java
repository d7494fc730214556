/** The cases that were handed to a supervisor. */
@NullMarked
package org.stillpoint.web.supervision;

import org.jspecify.annotations.NullMarked;
