package org.stillpoint.cohort;

import java.io.Serializable;
import java.util.List;

/**
 * One row of a file on its way to the part that it belongs to; each part gets the header too.
 *
 * @param besides whether it is of the second table
 * @param number of the row in its file as an editor counts it, the header being 1; {@link #PROBLEM} where the file broke
 * @param cells what stands in it; of a problem, what is wrong
 */
record TableRow(boolean besides, long number, List<String> cells) implements Serializable {
    static final long HEADER = 1;
    static final long PROBLEM = 0;
}
