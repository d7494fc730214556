/** The practice's address book: one page on which it is read and changed. */
@NullMarked
package org.stillpoint.web.address;

import org.jspecify.annotations.NullMarked;
