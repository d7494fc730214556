/** Keeping the record: where it is, its backups, its key, its account, and who is erased from it. */
@NullMarked
package org.stillpoint.app.keep;

import org.jspecify.annotations.NullMarked;
