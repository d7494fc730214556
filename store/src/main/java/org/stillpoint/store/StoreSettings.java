package org.stillpoint.store;

import java.nio.file.Path;
import java.util.Optional;

/** Where the record is kept. The folder belongs to one process at a time, and holds the master key where it is kept nowhere else. */
public sealed interface StoreSettings {

    /** The folder of this installation; made if it is missing. */
    Path folder();

    /** Where the master key is. */
    KeyPlace key();

    /** The same, with a key that is opened by this passphrase without asking. */
    default StoreSettings openedBy(String passphrase) {
        KeyPlace opened = new KeyPlace(key().file(), () -> Optional.of(passphrase));
        return switch (this) {
            case Sqlite sqlite -> new Sqlite(sqlite.folder(), opened);
            case Postgres postgres ->
                new Postgres(postgres.folder(), opened, postgres.jdbcUrl(), postgres.user(), postgres.password());
        };
    }

    /** Embedded SQLite: the database lies in the folder. */
    record Sqlite(Path folder, KeyPlace key) implements StoreSettings {

        /** With the master key in the folder. */
        public Sqlite(Path folder) {
            this(folder, KeyPlace.in(folder));
        }
    }

    /**
     * A PostgreSQL server, version 15 or newer.
     *
     * @param jdbcUrl such as {@code jdbc:postgresql://localhost:5432/stillpoint}
     * @param user may create tables in the database's default schema
     */
    record Postgres(Path folder, KeyPlace key, String jdbcUrl, String user, String password) implements StoreSettings {

        /** With the master key in the folder. */
        public Postgres(Path folder, String jdbcUrl, String user, String password) {
            this(folder, KeyPlace.in(folder), jdbcUrl, user, password);
        }

        /** Hides the password. */
        @Override
        public String toString() {
            return "Postgres[" + folder + ", user " + user + "]";
        }
    }
}
