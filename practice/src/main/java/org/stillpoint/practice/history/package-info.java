/** What the client tells: telling, changing, corroborating, removing. */
@NullMarked
package org.stillpoint.practice.history;

import org.jspecify.annotations.NullMarked;
