/** A life as the model plays it, and what is known of how one person lets go, adapts and hurts. */
@NullMarked
package org.stillpoint.practice.life;

import org.jspecify.annotations.NullMarked;
