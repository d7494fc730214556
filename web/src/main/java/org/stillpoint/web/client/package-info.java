/** Today's clients, one client's whole story, and telling an event. */
@NullMarked
package org.stillpoint.web.client;

import org.jspecify.annotations.NullMarked;
