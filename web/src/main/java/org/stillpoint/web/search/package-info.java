/** One search for clients, pages and places of the body. */
@NullMarked
package org.stillpoint.web.search;

import org.jspecify.annotations.NullMarked;
