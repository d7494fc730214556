package org.stillpoint.store;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Puts rows of a ledger that was dated back once by a clock that was set right: the correction that allows it refers to the entry before, so that it
 * can only be put after all of them. Until the transaction ends the database does not ask about it; the check of the whole record does.
 */
final class RulesLifted {
    private static final String RULE = "ledger_only_appended";

    /** What is put. */
    interface PutsRows<T, E extends Exception> {
        T run() throws E;
    }

    private RulesLifted() {}

    static <T, E extends Exception> T during(DSLContext transaction, PutsRows<T, E> work) throws E {
        if (transaction.dialect() == SQLDialect.POSTGRES) {
            boolean there = transaction.fetchExists(DSL.selectOne()
                    .from("pg_trigger")
                    .where(DSL.field("tgname", SQLDataType.VARCHAR).eq(RULE))
                    .and(DSL.condition("tgrelid = 'ledger'::regclass")));
            if (!there) {
                return work.run();
            }
            transaction.execute("alter table ledger disable trigger " + RULE);
            T done = work.run();
            transaction.execute("alter table ledger enable trigger " + RULE);
            return done;
        }
        Optional<String> rule = transaction
                .select(DSL.field("sql", SQLDataType.VARCHAR))
                .from("sqlite_master")
                .where(DSL.field("type", SQLDataType.VARCHAR).eq("trigger"))
                .and(DSL.field("name", SQLDataType.VARCHAR).eq(RULE))
                .fetchOptional(row -> row.value1());
        rule.ifPresent(text -> transaction.execute("drop trigger " + RULE));
        T done = work.run();
        rule.ifPresent(transaction::execute);
        return done;
    }
}
