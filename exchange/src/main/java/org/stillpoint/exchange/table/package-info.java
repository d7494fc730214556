/** Tables in: comma-separated files, plain or gzipped, read with problems that name file, row, column, value and range. */
@NullMarked
package org.stillpoint.exchange.table;

import org.jspecify.annotations.NullMarked;
