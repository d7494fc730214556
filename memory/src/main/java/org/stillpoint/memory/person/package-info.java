/** One person's own parameters: how readily someone adapts, lets go and hurts, learned from their readings and partly pooled over the practice. */
@NullMarked
package org.stillpoint.memory.person;

import org.jspecify.annotations.NullMarked;
