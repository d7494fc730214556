package org.stillpoint.cohort;

import java.io.Serializable;
import org.stillpoint.exchange.painmap.PainMapTable.PainMap;

/**
 * A pain map on its way to the machine that traces it.
 *
 * @param values pain of each region, 0 to 10, in the order of the atlas; NaN where it was not asked
 */
record ToldMap(String id, float[] values) implements Serializable {

    PainMap map() {
        return new PainMap(id, values, new double[0]);
    }
}
