/** What was written down before it could be known, and what came: entries that are only ever added. */
@NullMarked
package org.stillpoint.record.ledger;

import org.jspecify.annotations.NullMarked;
