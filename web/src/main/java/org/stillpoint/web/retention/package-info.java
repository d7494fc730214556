/** How long records are kept: the rule, what is due, and holds. */
@NullMarked
package org.stillpoint.web.retention;

import org.jspecify.annotations.NullMarked;
