/** What a practice writes about itself and for its clients, and the clock that counts its days. */
@NullMarked
package org.stillpoint.practice.setting;

import org.jspecify.annotations.NullMarked;
