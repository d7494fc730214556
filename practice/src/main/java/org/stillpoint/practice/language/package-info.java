/** In which language a client reads. */
@NullMarked
package org.stillpoint.practice.language;

import org.jspecify.annotations.NullMarked;
