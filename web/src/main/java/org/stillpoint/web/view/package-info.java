/** How a page gets from a typed value to HTML. */
@NullMarked
package org.stillpoint.web.view;

import org.jspecify.annotations.NullMarked;
