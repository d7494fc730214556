package org.stillpoint.store;

import java.nio.file.Path;

/** Where the record is kept. The folder holds the master key in either case, and belongs to one process at a time. */
public sealed interface StoreSettings {

    /** The folder of this installation; made if it is missing. */
    Path folder();

    /** Embedded SQLite: the database lies in the folder. */
    record Sqlite(Path folder) implements StoreSettings {}

    /**
     * A PostgreSQL server, version 15 or newer.
     *
     * @param jdbcUrl such as {@code jdbc:postgresql://localhost:5432/stillpoint}
     * @param user may create tables in the database's default schema
     */
    record Postgres(Path folder, String jdbcUrl, String user, String password) implements StoreSettings {

        /** Hides the password. */
        @Override
        public String toString() {
            return "Postgres[" + folder + ", user " + user + "]";
        }
    }
}
