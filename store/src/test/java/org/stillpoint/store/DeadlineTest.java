package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transaction that has to be quick: late, all of it is undone. */
class DeadlineTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    @Test
    void transaction_beyondItsLimit_sendsNothingMoreAndIsNotKept() {
        try (Database database = Database.open(new StoreSettings.Sqlite(folder))) {
            database.write(transaction -> transaction.execute("create table kept (number integer)"));

            assertThatThrownBy(() -> database.writeWithin(LIMIT, transaction -> {
                        add(transaction);
                        pause();
                        add(transaction);
                        throw new AssertionError("sent after the limit");
                    }))
                    .isInstanceOf(NotKept.class);
            assertThatThrownBy(() -> database.writeWithin(LIMIT, transaction -> {
                        add(transaction);
                        pause();
                        return "all was sent in time, and is not committed";
                    }))
                    .isInstanceOf(NotKept.class);
            assertThat(count(database)).isZero();

            database.writeWithin(Duration.ofMinutes(1), DeadlineTest::add);
            assertThat(count(database)).isOne();
        }
    }

    private static int add(DSLContext transaction) {
        return transaction.execute("insert into kept values (1)");
    }

    private static int count(Database database) {
        return database.read(transaction -> transaction.fetchCount(DSL.table("kept")));
    }

    private static void pause() {
        try {
            Thread.sleep(LIMIT.plusMillis(20));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
