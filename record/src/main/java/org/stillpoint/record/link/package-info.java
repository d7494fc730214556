/** The client's own door: links for one purpose, one client, one period. */
@NullMarked
package org.stillpoint.record.link;

import org.jspecify.annotations.NullMarked;
