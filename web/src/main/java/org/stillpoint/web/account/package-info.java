/** One's own account. */
@NullMarked
package org.stillpoint.web.account;

import org.jspecify.annotations.NullMarked;
