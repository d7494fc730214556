package org.stillpoint.record.contract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;

/** The clients, in memory; an erased one leaves an empty place. */
final class ClientsInMemory implements Clients {
    private static final Comparator<Client> BY_NAME = Comparator.comparing(
                    (Client client) -> fold(client.name().value()))
            .thenComparing(client -> client.name().value())
            .thenComparing(Client::id);

    private final Memory memory;
    private final Memory.Table<Id<Client>, Optional<Client>> rows;
    private final List<Consumer<Id<Client>>> whenErased = new ArrayList<>();
    private Predicate<Id<Client>> shown = client -> true;

    ClientsInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
    }

    void showOnly(Predicate<Id<Client>> seen) {
        shown = seen;
    }

    void whenErased(Consumer<Id<Client>> forget) {
        whenErased.add(forget);
    }

    @Override
    public void add(Client client) {
        memory.write(() -> {
            Optional<Optional<Client>> kept = rows.find(client.id());
            if (kept.isPresent() && !kept.get().equals(Optional.of(client))) {
                throw new AlreadyThere("client", client.id());
            }
            rows.put(client.id(), Optional.of(client));
            return client;
        });
    }

    @Override
    public Client update(Client changed) {
        return memory.write(() -> {
            Client kept = get(changed.id());
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            Client next = kept.with(changed.name(), changed.yearOfBirth())
                    .with(changed.archiving())
                    .seenAt(kept.version().next());
            rows.put(next.id(), Optional.of(next));
            return next;
        });
    }

    @Override
    public Optional<Client> find(Id<Client> id) {
        return rows.find(id).flatMap(kept -> kept);
    }

    @Override
    public Client get(Id<Client> id) {
        return find(id).orElseThrow(() -> new NoSuchRecord("client", id));
    }

    @Override
    public List<Client> list() {
        return search("");
    }

    @Override
    public List<Client> list(Optional<Id<Client>> after, int atMost) {
        return list(false, after, atMost);
    }

    @Override
    public List<Client> listArchived(Optional<Id<Client>> after, int atMost) {
        return list(true, after, atMost);
    }

    private List<Client> list(boolean archived, Optional<Id<Client>> after, int atMost) {
        List<Client> all = list();
        int next = after.flatMap(this::find).map(all::indexOf).orElse(-1) + 1;
        return all.stream()
                .skip(next)
                .filter(client -> client.isArchived() == archived)
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Client> search(String query) {
        List<String> asked = words(query);
        return rows.stream()
                .flatMap(Optional::stream)
                .filter(client -> shown.test(client.id()))
                .filter(client -> asked.stream()
                        .allMatch(word -> words(client.name().value()).stream().anyMatch(own -> own.startsWith(word))))
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public List<Client> search(String query, int atMost) {
        return search(query).stream().limit(atMost).toList();
    }

    @Override
    public List<Client> listMadeUp(int atMost) {
        return list().stream().filter(Client::madeUp).limit(atMost).toList();
    }

    @Override
    public int count() {
        return list().size();
    }

    @Override
    public void erase(Id<Client> id) {
        memory.write(() -> {
            if (rows.find(id).isEmpty()) {
                throw new NoSuchRecord("client", id);
            }
            whenErased.forEach(forget -> forget.accept(id));
            rows.put(id, Optional.empty());
            return id;
        });
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static List<String> words(String text) {
        return Arrays.stream(fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
