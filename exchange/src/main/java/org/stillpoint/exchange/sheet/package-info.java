/** One printed page on how it goes for one client, as PDF: plain words, one chart, and what cannot be known. */
@NullMarked
package org.stillpoint.exchange.sheet;

import org.jspecify.annotations.NullMarked;
