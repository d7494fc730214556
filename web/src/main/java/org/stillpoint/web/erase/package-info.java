/** A client is erased for ever, and what was done to see to it. */
@NullMarked
package org.stillpoint.web.erase;

import org.jspecify.annotations.NullMarked;
