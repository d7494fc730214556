/** How long records are kept: the practice's rule, what is due for erasure, and what must be kept all the same. */
@NullMarked
package org.stillpoint.practice.retention;

import org.jspecify.annotations.NullMarked;
