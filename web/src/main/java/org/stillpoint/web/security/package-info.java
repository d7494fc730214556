/** Who may see a page, and what a browser may do with it. */
@NullMarked
package org.stillpoint.web.security;

import org.jspecify.annotations.NullMarked;
