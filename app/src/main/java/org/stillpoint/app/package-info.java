/** The command line and the wiring: the one place that knows every room. */
@NullMarked
package org.stillpoint.app;

import org.jspecify.annotations.NullMarked;
