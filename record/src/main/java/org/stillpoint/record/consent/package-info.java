/** What a client has agreed to: read, signed for a time, withdrawn, and kept for ever as it was read. */
@NullMarked
package org.stillpoint.record.consent;

import org.jspecify.annotations.NullMarked;
