package org.stillpoint.cohort;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Table;

/**
 * What a command makes of a table, on whatever machine.
 *
 * @param <T> of one client's diary, or of one map
 */
interface PartReader<T> extends Serializable {

    /** As it is told. */
    HowToRead how();

    /** The column that tells whose a row is, if it was told. */
    Optional<String> person();

    /** Place of the column that tells it where none is called so; below 0 where that has to be told. */
    int personElse();

    /** Throws what is wrong with the table. */
    PartItems<T> read(Table table);

    /**
     * The rows of a table of {@code tables --deidentified} as {@link #read} takes them: a header first.
     *
     * @param besides those of the table that belongs to it, its header first; empty where there is none
     */
    List<List<String>> ofExport(List<List<String>> rows, List<List<String>> besides);

    /**
     * What was read.
     *
     * @param read what was made of the table, as answers in JSON say it
     * @param marksOnly whether it holds nothing but marks
     */
    record PartItems<T>(List<T> items, Map<String, Object> read, int repeatedRows, boolean marksOnly) {}
}
