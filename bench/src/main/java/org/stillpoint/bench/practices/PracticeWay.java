package org.stillpoint.bench.practices;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.stillpoint.bench.practices.Intruder.Attempt;

/** One way to keep many practices on one PostgreSQL. Practices are numbered from 1. */
sealed interface PracticeWay permits DatabaseEach, SchemaEach, RowsTogether {

    /** As the option names it. */
    String name();

    /** Makes all of them, each a copy of the full practice. */
    void make(int practices) throws SQLException, IOException;

    /** Makes one more, as a first start leaves it. */
    void addEmpty(int number) throws SQLException;

    /** The address by which a practice connects, as its own role. */
    String address(int number);

    /** Where the program's own backup finds the practice: there, or where its rows were taken out to first. */
    default String addressToBackUp(int number) throws SQLException {
        return address(number);
    }

    /** Forgets what was taken out for a backup. */
    default void afterBackup(int number) throws SQLException {}

    /**
     * What a step of the schema does, in one transaction.
     *
     * @param database where
     */
    record SchemaStep(String database, String commands) {}

    /** A column and an index more, of the check-ins of all practices. */
    List<SchemaStep> migration(int practices);

    /** Bytes of all practices, without those they were copied from. */
    long bytes(int practices) throws SQLException;

    /** Rows of {@code pg_class} in all databases of the practices, without those they were copied from. */
    long catalogRows(int practices) throws SQLException;

    /** What practice 1 tries to get of practice 2. */
    List<Attempt> attempts();
}
