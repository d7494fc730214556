/** Letters about a client that leave the practice on paper. */
@NullMarked
package org.stillpoint.web.letter;

import org.jspecify.annotations.NullMarked;
