package org.stillpoint.bench.practices;

import static org.stillpoint.bench.practices.PracticeHost.role;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.bench.practices.Intruder.Attempt;

/**
 * The rows of all practices in one set of tables, each with its practice's number; row level security shows a role its own. The program's
 * {@code on conflict} is led by the practice on the way ({@link LedByPractice}); nothing else of it is changed.
 */
record RowsTogether(PracticeHost host) implements PracticeWay {
    private static final String DATABASE = "together";

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public void make(int practices) throws SQLException, IOException {
        host.makeShared(DATABASE);
        host.addRoles(1, practices);
        host.execute(DATABASE, "select copies.make_together('" + PracticeHost.FULL + "')");
        for (int number = 1; number <= practices; number++) {
            add(number, PracticeHost.FULL);
        }
        host.execute(DATABASE, "select copies.finish_together('" + PracticeHost.FULL + "')", "vacuum analyze");
    }

    @Override
    public void addEmpty(int number) throws SQLException {
        host.addRoles(number, number);
        add(number, PracticeHost.EMPTY);
    }

    private void add(int number, String source) throws SQLException {
        host.execute(DATABASE, "select copies.add_rows('%s', %d)".formatted(source, number));
    }

    @Override
    public String address(int number) {
        return LedByPractice.address(host.address(DATABASE)) + "?currentSchema=" + DATABASE;
    }

    /** The program's backup knows no column of the practice: its rows go to a schema of their own first. */
    @Override
    public String addressToBackUp(int number) throws SQLException {
        host.execute(
                DATABASE,
                "select copies.make_schema('%s', 'taken_out', '%s', %d)"
                        .formatted(PracticeHost.FULL, role(number), number));
        return host.address(DATABASE) + "?currentSchema=taken_out";
    }

    @Override
    public void afterBackup(int number) throws SQLException {
        host.execute(DATABASE, "drop schema taken_out cascade");
    }

    @Override
    public List<SchemaStep> migration(int practices) {
        return List.of(new SchemaStep(DATABASE, """
                alter table together.check_in add column trial integer;
                create index check_in_trial on together.check_in (practice, client_id, trial)"""));
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
        List<Attempt> attempts = new ArrayList<>(List.of(
                Attempt.of("by its number", "select count(*) from client where practice = 2"),
                Attempt.of("all rows", "select count(*) filter (where practice <> 1) from client"),
                Attempt.of("copy", "copy (select 1 from client where practice <> 1) to stdout"),
                Attempt.of(
                        "row_security off", "set row_security = off; select count(*) from client where practice = 2"),
                Attempt.of(
                        "a setting", "set stillpoint.practice = '2'; select count(*) from client where practice = 2"),
                Attempt.of("the role of all", "set role practices; select count(*) from client"),
                Attempt.of(
                        "a row among its rows", "insert into door_book (practice, name, until_at) values (2, '', 0)"),
                Attempt.of("a row handed over", "update installation set practice = 2"),
                Attempt.of("a function that looks on", """
                        create function pg_temp.looks(integer) returns boolean language plpgsql cost 0.0000001 as
                        'begin if $1 = 2 then perform set_config(''looks.saw'', ''1'', false); end if; return true; end';
                        select count(*) from client where pg_temp.looks(practice);
                        select coalesce(current_setting('looks.saw', true), '0')::integer"""),
                Attempt.of("the one it was copied from", "select count(*) from " + PracticeHost.FULL + ".client"),
                Attempt.told(
                        "how many rows all have",
                        "select reltuples::bigint from pg_class where oid = 'client'::regclass"),
                Attempt.told(
                        "were the policy by a setting: that setting",
                        "set stillpoint.practice = '2';" + " select count(*) from tried.by_setting where practice = 2"),
                Attempt.told(
                        "a lock on the account, for which every other practice waits",
                        "begin; lock table audit in exclusive mode; select 1; rollback")));
        attempts.addAll(Attempt.bySuperuserOrFile());
        return attempts;
    }
}
