package org.stillpoint.bench.practices;

import static org.stillpoint.bench.practices.PracticeHost.role;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.bench.practices.Intruder.Attempt;

/** A database for each practice, owned by its role, to which nobody else connects. */
record DatabaseEach(PracticeHost host) implements PracticeWay {

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void make(int practices) throws SQLException {
        for (int number = 1; number <= practices; number++) {
            add(number, PracticeHost.FULL);
        }
    }

    @Override
    public void addEmpty(int number) throws SQLException {
        add(number, PracticeHost.EMPTY);
    }

    private void add(int number, String source) throws SQLException {
        host.addRoles(number, number);
        String role = role(number);
        host.execute(
                "postgres",
                "create database " + role + " template " + source + " owner " + role,
                "revoke all on database " + role + " from public");
        host.execute(role, "reassign owned by maker to " + role);
    }

    @Override
    public String address(int number) {
        return host.address(role(number));
    }

    @Override
    public List<SchemaStep> migration(int practices) {
        return IntStream.rangeClosed(1, practices)
                .mapToObj(number -> new SchemaStep(role(number), """
                        alter table check_in add column trial integer;
                        create index check_in_trial on check_in (client_id, trial)"""))
                .toList();
    }

    @Override
    public long bytes(int practices) throws SQLException {
        return host.numbers("postgres", """
                select sum(pg_database_size(oid)) from pg_database
                 where datname between '%s' and '%s'""".formatted(role(1), role(practices))).getFirst();
    }

    @Override
    public long catalogRows(int practices) throws SQLException {
        return practices
                * host.numbers(role(1), "select count(*) from pg_class").getFirst();
    }

    @Override
    public List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>(List.of(
                Attempt.connecting("its database", host.address(role(2))),
                Attempt.connecting("the one it was copied from", host.address(PracticeHost.FULL)),
                Attempt.connecting("the server's own database", host.address("postgres")),
                Attempt.of("by its full name", "select count(*) from " + role(2) + ".public.client"),
                Attempt.of(
                        "search_path", "set search_path to " + role(2) + ", pg_catalog; select count(*) from client"),
                Attempt.of("dblink", "create extension dblink"),
                Attempt.told(
                        "that it is there", "select count(*) from pg_database where datname = '" + role(2) + "'")));
        attempts.addAll(Attempt.bySuperuserOrFile());
        return attempts;
    }
}
