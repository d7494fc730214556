package org.stillpoint.bench.practices;

import static org.stillpoint.bench.practices.PracticeHost.role;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.bench.practices.Intruder.Attempt;

/** A schema for each practice in one database, owned by its role. */
record SchemaEach(PracticeHost host) implements PracticeWay {
    private static final String DATABASE = "schemas";

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public void make(int practices) throws SQLException, IOException {
        host.makeShared(DATABASE);
        for (int number = 1; number <= practices; number++) {
            add(number, PracticeHost.FULL);
        }
        host.execute(DATABASE, "vacuum analyze");
    }

    @Override
    public void addEmpty(int number) throws SQLException {
        add(number, PracticeHost.EMPTY);
    }

    private void add(int number, String source) throws SQLException {
        host.addRoles(number, number);
        host.execute(DATABASE, "select copies.make_schema('%s', '%s', '%2$s', null)".formatted(source, role(number)));
    }

    @Override
    public String address(int number) {
        return host.address(DATABASE) + "?currentSchema=" + role(number);
    }

    @Override
    public List<SchemaStep> migration(int practices) {
        return IntStream.rangeClosed(1, practices)
                .mapToObj(number -> new SchemaStep(DATABASE, """
                        alter table %1$s.check_in add column trial integer;
                        create index check_in_trial on %1$s.check_in (client_id, trial)""".formatted(role(number))))
                .toList();
    }

    @Override
    public long bytes(int practices) throws SQLException {
        return host.bytesBesideSources(DATABASE);
    }

    @Override
    public long catalogRows(int practices) throws SQLException {
        return host.catalogRowsBesideSources(DATABASE);
    }

    @Override
    public List<Attempt> attempts() {
        String other = role(2);
        List<Attempt> attempts = new ArrayList<>(List.of(
                Attempt.of("by its full name", "select count(*) from " + other + ".client"),
                Attempt.of("copy", "copy " + other + ".client to stdout"),
                Attempt.of("search_path", "set search_path to " + other + "; select count(*) from client"),
                Attempt.of("a table of its own there", "create table " + other + ".mine (id integer)"),
                Attempt.of("a reference to it", "create table mine (id varchar(36) references " + other + ".client)"),
                Attempt.of("the one it was copied from", "select count(*) from " + PracticeHost.FULL + ".client"),
                Attempt.told("how many rows it has", """
                        select reltuples::bigint from pg_class
                         where relname = 'client' and relnamespace = (select oid from pg_namespace where nspname = '%s')""".formatted(other))));
        attempts.addAll(Attempt.bySuperuserOrFile());
        return attempts;
    }
}
