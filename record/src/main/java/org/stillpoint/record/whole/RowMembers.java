package org.stillpoint.record.whole;

import java.io.IOException;
import java.io.OutputStream;

/** Where rows are written to: a file of its own for each table. */
public interface RowMembers {

    /** Writes the rows of one table: JSON, a row a line. */
    interface RowLines {
        /** @return how many rows there were */
        long to(OutputStream out) throws IOException;
    }

    /** Takes a table, which is written when this returns. */
    void table(String name, RowLines rows) throws IOException;
}
