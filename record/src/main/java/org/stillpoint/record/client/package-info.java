/** The client: who comes, what is told about them, and where they are found again. */
@NullMarked
package org.stillpoint.record.client;

import org.jspecify.annotations.NullMarked;
