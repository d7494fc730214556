package org.stillpoint.practice;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * What was worked out of each client's record, in memory: as long as the record says the same, and never longer than the client
 * is kept.
 *
 * @param <T> figures, no text
 */
public final class WorkedOut<T> {

    private record Remembered<T>(int from, T value) {}

    private final Map<Id<Client>, Remembered<T>> kept = new ConcurrentHashMap<>();

    /**
     * What was worked out of this client's record.
     *
     * @param from hash of everything that it is worked out of
     * @param make works it out; asked where nothing is kept, or what is kept was worked out of something else
     */
    public T of(Id<Client> client, int from, Supplier<T> make) {
        return kept.compute(
                        client,
                        (id, before) ->
                                before != null && before.from() == from ? before : new Remembered<>(from, make.get()))
                .value();
    }

    /** Forgets all who are not among these. */
    public void keepOnly(Collection<Id<Client>> clients) {
        kept.keySet().retainAll(clients);
    }

    /** Forgets a client. */
    public void forget(Id<Client> client) {
        kept.remove(client);
    }

    /** Of how many clients something is kept. */
    public int size() {
        return kept.size();
    }
}
