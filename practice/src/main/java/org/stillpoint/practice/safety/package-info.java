/** Whether a session may be held: the one gate before it, the red flags that were told, and the practice's own list. */
@NullMarked
package org.stillpoint.practice.safety;

import org.jspecify.annotations.NullMarked;
