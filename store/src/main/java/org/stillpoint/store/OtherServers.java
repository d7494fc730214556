package org.stillpoint.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * What other servers change of what this one holds in memory: on PostgreSQL looked for by one counting row, which grows in the order of
 * the commits, so that nothing is passed over. Whoever searches asks that row anyway; this is for what nobody asks for.
 */
final class OtherServers implements AutoCloseable {
    /** Own choice, 2026: less than half of the second within which an erased client is gone from every server. */
    private static final Duration EVERY = Duration.ofMillis(400);

    private final Database database;
    private final Consumer<Set<Id<Client>>> own;
    private final StoredKeeping keeping;
    private final List<Consumer<Set<Id<Client>>>> told = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService often = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stillpoint-servers").factory());
    private long seen = -1;

    /** @param own forgets, for the store, who was erased */
    OtherServers(Database database, StoredKeeping keeping, Consumer<Set<Id<Client>>> own) {
        this.database = database;
        this.keeping = keeping;
        this.own = own;
    }

    /** From now on, where there may be others. */
    void watch() {
        if (database.locksRows()) {
            database.read(transaction -> {
                keeping.noteElsewhere(LastBackup.find(transaction));
                seen = StoredClients.lastChange(transaction);
                return seen;
            });
            var begun =
                    often.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (begun.isDone()) {
                throw new IllegalStateException("nobody looks for what other servers change");
            }
        }
    }

    /** @param whenever something was changed; it is given who was erased */
    void tell(Consumer<Set<Id<Client>>> whenever) {
        told.add(whenever);
    }

    private void look() {
        try {
            if (database.readOnce(StoredClients::lastChange) != seen) {
                ChangedElsewhere changed = database.read(this::changed);
                own.accept(changed.erased());
                keeping.noteElsewhere(changed.backup());
                told.forEach(each -> each.accept(changed.erased()));
                seen = changed.upTo();
            }
        } catch (RuntimeException later) { // the database is away, or whoever was told failed
            // looked for again, from where it was
        }
    }

    /** What has changed up to a number. */
    private record ChangedElsewhere(long upTo, Set<Id<Client>> erased, Optional<LastBackup.NotedBackup> backup) {}

    private ChangedElsewhere changed(DSLContext transaction) {
        return new ChangedElsewhere(
                StoredClients.lastChange(transaction),
                Set.copyOf(transaction
                        .select(Tables.ID)
                        .from(Tables.CLIENT)
                        .where(Tables.CHANGED.gt(seen).and(Tables.WRAPPED_KEY.isNull()))
                        .fetch(RecordForm::<Client>idIn)),
                LastBackup.find(transaction));
    }

    @Override
    public void close() {
        often.close();
    }
}
