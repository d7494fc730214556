/** A client's complete copy: one page that needs nothing else, to be handed over. */
@NullMarked
package org.stillpoint.web.copy;

import org.jspecify.annotations.NullMarked;
