/** Marking pain on the body. */
@NullMarked
package org.stillpoint.web.pain;

import org.jspecify.annotations.NullMarked;
