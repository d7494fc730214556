package org.stillpoint.record.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stillpoint.record.work.Sight;

/** Tables in memory, and transactions on them, one after the other: all of one, or nothing. */
final class Memory {
    private final List<Table<?, ?>> tables = new ArrayList<>();
    private final ReentrantLock oneAfterTheOther = new ReentrantLock();
    private boolean writing;
    private Sight sight = Sight.EVERYONE;

    /** Rows by their key, in the order in which they were first kept. */
    final class Table<K, V> {
        private Map<K, V> rows = new LinkedHashMap<>();

        Optional<V> find(K key) {
            return read(() -> Optional.ofNullable(rows.get(key)));
        }

        Stream<V> stream() {
            return read(() -> List.copyOf(rows.values())).stream();
        }

        Map<K, V> all() {
            return read(() -> Map.copyOf(rows));
        }

        void put(K key, V row) {
            write(() -> rows.put(key, row));
        }

        void remove(K key) {
            write(() -> rows.remove(key));
        }

        private Runnable snapshot() {
            Map<K, V> now = new LinkedHashMap<>(rows);
            return () -> rows = now;
        }
    }

    <K, V> Table<K, V> table() {
        Table<K, V> table = new Table<>();
        tables.add(table);
        return table;
    }

    /** Part of the transaction under way, or one of its own. */
    <T> T write(Supplier<T> work) {
        if (!oneAfterTheOther.isHeldByCurrentThread()) {
            return transaction(true, work);
        }
        if (!writing) {
            throw new IllegalStateException("something was to be written while reading");
        }
        return work.get();
    }

    <T> T read(Supplier<T> work) {
        return oneAfterTheOther.isHeldByCurrentThread() ? work.get() : transaction(false, work);
    }

    boolean isUnderWay() {
        return oneAfterTheOther.isHeldByCurrentThread();
    }

    /** Whom lists show now. */
    Sight sight() {
        return isUnderWay() ? sight : Sight.EVERYONE;
    }

    /** Within a transaction: work in which lists show those in sight alone. */
    <T> T seeing(Sight whom, Supplier<T> work) {
        Sight before = sight;
        sight = whom;
        try {
            return work.get();
        } finally {
            sight = before;
        }
    }

    /** Within a transaction: work in which nothing is written. */
    <T> T withoutWriting(Supplier<T> work) {
        boolean before = writing;
        writing = false;
        try {
            return work.get();
        } finally {
            writing = before;
        }
    }

    private <T> T transaction(boolean writes, Supplier<T> work) {
        oneAfterTheOther.lock();
        try {
            List<Runnable> before = tables.stream().map(Table::snapshot).toList();
            writing = writes;
            try {
                return work.get();
            } catch (RuntimeException | Error failed) {
                before.forEach(Runnable::run);
                throw failed;
            } finally {
                writing = false;
            }
        } finally {
            oneAfterTheOther.unlock();
        }
    }
}
