/** The client: who comes, and where the client is found again. */
@NullMarked
package org.stillpoint.record.client;

import org.jspecify.annotations.NullMarked;
