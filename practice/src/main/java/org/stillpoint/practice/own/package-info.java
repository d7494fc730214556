/** What a client sees of themselves by a link of their own. */
@NullMarked
package org.stillpoint.practice.own;

import org.jspecify.annotations.NullMarked;
