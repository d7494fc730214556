/** How well the record is kept: its backups, and what is damaged or missing. */
@NullMarked
package org.stillpoint.record.keeping;

import org.jspecify.annotations.NullMarked;
