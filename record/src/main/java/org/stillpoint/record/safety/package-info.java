/** The dated check before every session in three levels: red flags, what stops it, what is asked first. */
@NullMarked
package org.stillpoint.record.safety;

import org.jspecify.annotations.NullMarked;
