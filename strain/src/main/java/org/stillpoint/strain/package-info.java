/** One contraction and what it does to the whole body: network, equilibrium, influence. */
@NullMarked
package org.stillpoint.strain;

import org.jspecify.annotations.NullMarked;
