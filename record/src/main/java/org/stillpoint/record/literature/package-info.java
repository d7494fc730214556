/** Studies that the practice adds to the published ones. */
@NullMarked
package org.stillpoint.record.literature;

import org.jspecify.annotations.NullMarked;
