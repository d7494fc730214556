/** Where on the body touch is welcome, asked for each time, or never. */
@NullMarked
package org.stillpoint.record.touch;

import org.jspecify.annotations.NullMarked;
