/** Charts as shapes with data, drawn alike on the screen, in a file and on paper; every word on them is given from outside. */
@NullMarked
package org.stillpoint.chart;

import org.jspecify.annotations.NullMarked;
