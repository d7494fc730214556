/** The handbook, which the program shows under Help: written as Markdown in docs/handbook, packed with the pages. */
@NullMarked
package org.stillpoint.web.handbook;

import org.jspecify.annotations.NullMarked;
