/** Tables in, as people send them: text in several encodings and forms, workbooks; typed columns of numbers and days, with everything that was decided, and problems by row and column. */
@NullMarked
package org.stillpoint.exchange.table;

import org.jspecify.annotations.NullMarked;
