/** Clients: who comes, and each one's story as it is read. */
@NullMarked
package org.stillpoint.practice.client;

import org.jspecify.annotations.NullMarked;
