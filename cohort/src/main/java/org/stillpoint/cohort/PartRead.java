package org.stillpoint.cohort;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One part of a practice's table, read.
 *
 * @param told what the answer needs to know of it
 */
record PartRead<T>(PartTold told, List<T> items) implements Serializable {

    /**
     * What was read, without what stands in it.
     *
     * @param read what was made of the table, as answers in JSON say it
     * @param items how many there are
     * @param marksOnly whether it holds nothing but marks
     * @param problems what is wrong with it; empty where it can be used
     */
    record PartTold(
            PartKey key,
            Map<String, Object> read,
            int repeatedRows,
            int items,
            boolean marksOnly,
            List<FileProblem> problems)
            implements Serializable {}

    static <T> PartRead<T> of(PartKey key, PartReader.PartItems<T> what) {
        return new PartRead<>(
                new PartTold(key, what.read(), what.repeatedRows(), what.items().size(), what.marksOnly(), List.of()),
                what.items());
    }

    static <T> PartRead<T> broken(PartKey key, List<FileProblem> problems) {
        return new PartRead<>(new PartTold(key, Map.of(), 0, 0, true, problems), List.of());
    }
}
