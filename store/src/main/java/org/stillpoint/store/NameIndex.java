package org.stillpoint.store;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * The clients by name, held in memory, where alone names can be searched: all in the order of their names, and by each word of a
 * name. Not safe for several threads at once.
 */
final class NameIndex {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Comparator<IndexedName> BY_NAME = Comparator.comparing(IndexedName::folded)
            .thenComparing(entry -> entry.client().name().value())
            .thenComparing(entry -> entry.client().id());

    private record IndexedName(Client client, String folded, List<String> words) {
        static IndexedName of(Client client) {
            String folded = fold(client.name().value());
            return new IndexedName(client, folded, NameIndex.words(folded));
        }

        boolean answers(List<String> asked) {
            return asked.stream().allMatch(word -> words.stream().anyMatch(own -> own.startsWith(word)));
        }
    }

    private final Map<Id<Client>, IndexedName> entries = new HashMap<>();
    private final NavigableSet<IndexedName> byName = new TreeSet<>(BY_NAME);
    private final NavigableMap<String, NavigableSet<IndexedName>> byWord = new TreeMap<>();
    private long changes = -1;

    /** The number of the last change that is in here; below the first before anything is. */
    long changes() {
        return changes;
    }

    int size() {
        return entries.size();
    }

    /** Takes over what has changed up to a number: clients as they are now, empty for those who are gone. */
    void update(Map<Id<Client>, Optional<Client>> changed, long upTo) {
        changed.forEach((id, client) -> {
            forget(id);
            client.ifPresent(this::put);
        });
        changes = upTo;
    }

    private void put(Client client) {
        IndexedName entry = IndexedName.of(client);
        entries.put(client.id(), entry);
        byName.add(entry);
        entry.words()
                .forEach(word -> byWord.computeIfAbsent(word, none -> new TreeSet<>(BY_NAME))
                        .add(entry));
    }

    /** Forgets a client at once, the name with it. */
    void forget(Id<Client> client) {
        IndexedName gone = entries.remove(client);
        if (gone == null) {
            return;
        }
        byName.remove(gone);
        gone.words()
                .forEach(word -> byWord.computeIfPresent(word, (same, with) -> {
                    with.remove(gone);
                    return with.isEmpty() ? null : with;
                }));
    }

    /**
     * The clients in whose name every word of the query begins a word, by name.
     *
     * @param instead clients who stand otherwise than in here, empty for those who are gone
     */
    List<Client> search(String query, int atMost, Map<Id<Client>, Optional<Client>> instead) {
        List<String> asked = words(fold(query));
        Stream<IndexedName> others = instead.values().stream()
                .flatMap(Optional::stream)
                .map(IndexedName::of)
                .filter(entry -> entry.answers(asked));
        Stream<IndexedName> kept = candidates(asked)
                .filter(entry -> entry.answers(asked)
                        && !instead.containsKey(entry.client().id()));
        return (instead.isEmpty() ? kept : Stream.concat(kept, others).sorted(BY_NAME))
                .limit(atMost)
                .map(IndexedName::client)
                .toList();
    }

    /** Those with a word that the longest word asked begins, by name; all where nothing is asked. */
    private Stream<IndexedName> candidates(List<String> asked) {
        Optional<String> longest = asked.stream().max(Comparator.comparingInt(String::length));
        if (longest.isEmpty()) {
            return byName.stream();
        }
        String from = longest.get();
        NavigableMap<String, NavigableSet<IndexedName>> range =
                byWord.subMap(from, true, from + Character.MAX_VALUE, false);
        return range.size() == 1
                ? range.firstEntry().getValue().stream()
                : range.values().stream()
                        .flatMap(NavigableSet::stream)
                        .distinct()
                        .sorted(BY_NAME);
    }

    /** Without regard to case and accents. */
    private static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).strip();
    }

    private static List<String> words(String folded) {
        return BETWEEN_WORDS
                .splitAsStream(folded)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
