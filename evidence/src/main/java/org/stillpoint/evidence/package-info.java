/** Did it help: one client, many clients, the literature, and scored forecasts. */
@NullMarked
package org.stillpoint.evidence;

import org.jspecify.annotations.NullMarked;
