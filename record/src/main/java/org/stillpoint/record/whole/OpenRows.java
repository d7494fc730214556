package org.stillpoint.record.whole;

/** The door by which rows leave in the clear: what was encrypted in them is opened. */
public interface OpenRows {

    /**
     * Writes one state of the record, table by table, each after those that it refers to.
     *
     * @return how far the database had come: which tables and columns there are
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     * @throws org.stillpoint.record.Unreadable if a row was damaged; what was written then is not whole
     */
    int write(WhoseRows whose, RowMembers into);
}
