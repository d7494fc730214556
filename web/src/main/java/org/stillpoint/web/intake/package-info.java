/** The intake, one question a screen: by whoever treats the client, on a device that is handed over, or by a client's link. */
@NullMarked
package org.stillpoint.web.intake;

import org.jspecify.annotations.NullMarked;
