/** Pain maps as tables: a person a row, a region a column. */
@NullMarked
package org.stillpoint.exchange.painmap;

import org.jspecify.annotations.NullMarked;
