/** What the client tells: trauma events, each with its provenance, locked when a session starts. */
@NullMarked
package org.stillpoint.record.history;

import org.jspecify.annotations.NullMarked;
