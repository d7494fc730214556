/** The client's own door: links given out, and what stands behind them. */
@NullMarked
package org.stillpoint.web.link;

import org.jspecify.annotations.NullMarked;
