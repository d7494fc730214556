/** The practice's small address book: who sees to clients elsewhere. */
@NullMarked
package org.stillpoint.practice.address;

import org.jspecify.annotations.NullMarked;
