/** The practice's small address book: who sees to clients elsewhere. */
@NullMarked
package org.stillpoint.record.address;

import org.jspecify.annotations.NullMarked;
