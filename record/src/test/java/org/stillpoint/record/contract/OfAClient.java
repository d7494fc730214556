package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * One kind of record that belongs to a client, in memory.
 *
 * @param <T> the kind of record
 */
final class OfAClient<T> {
    private final String noun;
    private final Memory memory;
    private final Memory.Table<Id<T>, T> rows;
    private final ClientsInMemory clients;
    private final Function<T, Id<T>> id;
    private final Function<T, Id<Client>> client;
    private final Function<T, Version> version;
    private final BiFunction<T, Version, T> seenAt;

    OfAClient(
            String noun,
            Memory memory,
            ClientsInMemory clients,
            Function<T, Id<T>> id,
            Function<T, Id<Client>> client,
            Function<T, Version> version,
            BiFunction<T, Version, T> seenAt) {
        this.noun = noun;
        this.memory = memory;
        this.rows = memory.table();
        this.clients = clients;
        this.id = id;
        this.client = client;
        this.version = version;
        this.seenAt = seenAt;
        clients.whenErased(erased -> list(erased, Comparator.comparing(id)).forEach(row -> rows.remove(id.apply(row))));
    }

    void add(T value, BiPredicate<T, T> same) {
        memory.write(() -> {
            clients.get(client.apply(value));
            Optional<T> kept = rows.find(id.apply(value));
            if (kept.isPresent() && !same.test(kept.get(), value)) {
                throw new AlreadyThere(noun, id.apply(value));
            }
            if (kept.isEmpty()) {
                rows.put(id.apply(value), value);
            }
            return value;
        });
    }

    void addNew(Id<Client> whose, List<T> values) {
        if (values.stream().anyMatch(value -> !client.apply(value).equals(whose))) {
            throw new BadValue("client", "of a " + noun, "the client that it is added to");
        }
        memory.write(() -> {
            clients.get(whose);
            for (T value : values) {
                if (rows.find(id.apply(value)).isPresent()) {
                    throw new AlreadyThere(noun, id.apply(value));
                }
                rows.put(id.apply(value), value);
            }
            return values;
        });
    }

    T replace(T wanted, BinaryOperator<T> keep) {
        return memory.write(() -> {
            T kept = getUnchanged(client.apply(wanted), id.apply(wanted), version.apply(wanted));
            T next =
                    seenAt.apply(keep.apply(kept, wanted), version.apply(wanted).next());
            rows.put(id.apply(wanted), next);
            return next;
        });
    }

    /** Whatever the version: for what the record itself does to its rows. */
    void put(T value) {
        rows.put(id.apply(value), value);
    }

    void remove(Id<Client> whose, Id<T> which, Version seen) {
        memory.write(() -> {
            getUnchanged(whose, which, seen);
            rows.remove(which);
            return which;
        });
    }

    private T getUnchanged(Id<Client> whose, Id<T> which, Version seen) {
        T kept = find(whose, which).orElseThrow(() -> new NoSuchRecord(noun, which));
        if (!version.apply(kept).equals(seen)) {
            throw new StaleRecord(which, seen, version.apply(kept));
        }
        return kept;
    }

    Optional<T> find(Id<Client> whose, Id<T> which) {
        return rows.find(which).filter(kept -> client.apply(kept).equals(whose));
    }

    /** Of all clients. */
    List<T> listAll(Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }

    List<T> list(Id<Client> whose, Comparator<T> order) {
        return rows.stream()
                .filter(row -> client.apply(row).equals(whose))
                .sorted(order)
                .toList();
    }
}
