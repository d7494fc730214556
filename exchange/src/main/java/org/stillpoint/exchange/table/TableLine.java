package org.stillpoint.exchange.table;

import java.util.List;

/**
 * One row of a file before anything is made of it.
 *
 * @param number as an editor counts lines, or a workbook its rows
 * @param fields as they stand there
 */
record TableLine(long number, List<String> fields) {

    boolean isBlank() {
        for (String field : fields) { // asked of every row of a table
            if (!field.isEmpty() && !Cells.plain(field).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Fields that hold something. */
    long filled() {
        return fields.stream().filter(field -> !Cells.plain(field).isEmpty()).count();
    }
}
