package org.stillpoint.bench.practices;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Somebody with all that practice 1 has to connect with, who looks for what is practice 2's. */
final class Intruder {

    /**
     * Something tried.
     *
     * @param what in a few words
     * @param address to connect to; null for its own
     * @param commands whose last answers how many rows were got
     * @param isRefused whether this way promises that it comes to nothing
     */
    record Attempt(String what, @Nullable String address, String commands, boolean isRefused) {

        static Attempt of(String what, String commands) {
            return new Attempt(what, null, commands, true);
        }

        /** What this way does not keep from anybody. */
        static Attempt told(String what, String commands) {
            return new Attempt(what, null, commands, false);
        }

        static Attempt connecting(String what, String address) {
            return new Attempt("connecting to " + what, address, "select 1", true);
        }

        /** What would go around any way. */
        static List<Attempt> bySuperuserOrFile() {
            return List.of(
                    of("set role", "set role " + PracticeHost.role(2)),
                    of("set session authorization", "set session authorization " + PracticeHost.role(2)),
                    of(
                            "becoming a member of its role",
                            "grant " + PracticeHost.role(2) + " to " + PracticeHost.role(1)),
                    of("the server's files", "select length(pg_read_file('postgresql.auto.conf'))"),
                    of("a program of the server's machine", "copy (select 1) to program 'true'"),
                    of("what it asks at the moment", """
                            select count(*) from pg_stat_activity where usename = '%s' and query not like '<insufficient%%'""".formatted(PracticeHost.role(2))));
        }
    }

    /** No privilege, no such thing across databases, no such table in sight, no practice's role (PostgreSQL 18, appendix A); else a mistake. */
    private static final Set<String> REFUSALS = Set.of("42501", "0A000", "42P01", "22P02");

    private final PracticeWay way;

    Intruder(PracticeWay way) {
        this.way = way;
    }

    /** Prints what came of each attempt, while practice 2 is open. Answers whether all came to nothing that should. */
    boolean tries() throws SQLException {
        boolean holds = true;
        for (Attempt attempt : way.attempts()) {
            String came;
            boolean got = false;
            try {
                long rows = rows(attempt);
                got = rows > 0;
                came = got ? "**got: " + rows + "**" : "nothing is shown";
            } catch (SQLException refused) {
                if (!REFUSALS.contains(refused.getSQLState())) {
                    throw refused;
                }
                came = "refused: "
                        + String.valueOf(refused.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                                .replaceFirst("^(ERROR|FATAL): ", "");
            }
            System.out.printf("| %s | %s | %s |%n", way.name(), attempt.what(), came);
            holds &= !got || !attempt.isRefused();
        }
        return holds;
    }

    private long rows(Attempt attempt) throws SQLException {
        String address = attempt.address() == null ? way.address(1) : attempt.address();
        try (Connection connection = DriverManager.getConnection(address, PracticeHost.role(1), "none");
                Statement statement = connection.createStatement()) {
            if (attempt.commands().endsWith("stdout")) {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(attempt.commands(), OutputStream.nullOutputStream());
            }
            long rows = 0;
            for (boolean isRows = statement.execute(attempt.commands());
                    isRows || statement.getUpdateCount() >= 0;
                    isRows = statement.getMoreResults()) {
                rows = isRows ? first(statement) : Math.max(rows, statement.getUpdateCount());
            }
            return rows;
        } catch (IOException unread) {
            throw new SQLException(unread);
        }
    }

    private static long first(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
