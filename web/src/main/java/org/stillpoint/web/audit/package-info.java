/** Who did and read what. */
@NullMarked
package org.stillpoint.web.audit;

import org.jspecify.annotations.NullMarked;
