/** Did it help: how it goes for one client, what the practice as a whole has seen, what the field knows, and the forecasts. */
@NullMarked
package org.stillpoint.web.outcome;

import org.jspecify.annotations.NullMarked;
