/** Commands that print how well the methods do, good or bad. */
@NullMarked
package org.stillpoint.app.bench;

import org.jspecify.annotations.NullMarked;
