/** Who sees a client, and letting others in. */
@NullMarked
package org.stillpoint.web.care;

import org.jspecify.annotations.NullMarked;
