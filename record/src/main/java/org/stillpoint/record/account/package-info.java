/** Who may sign in. */
@NullMarked
package org.stillpoint.record.account;

import org.jspecify.annotations.NullMarked;
