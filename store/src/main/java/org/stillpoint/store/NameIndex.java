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
import java.util.Set;
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
        Stream<IndexedName> kept = answering(asked, atMost)
                .filter(entry -> !instead.containsKey(entry.client().id()));
        return (instead.isEmpty() ? kept : Stream.concat(kept, others).sorted(BY_NAME))
                .limit(atMost)
                .map(IndexedName::client)
                .toList();
    }

    /**
     * Those whose name answers, by name. Where many do, the names are gone through in their order until enough have answered; where few
     * do, those with the rarest word are found and put in order.
     */
    private Stream<IndexedName> answering(List<String> asked, int atMost) {
        if (asked.isEmpty()) {
            return byName.stream();
        }
        double expected = byName.size();
        long fewest = Long.MAX_VALUE;
        String rarest = "";
        for (String word : asked) {
            long with = with(word).values().stream().mapToLong(Set::size).sum();
            expected *= (double) with / Math.max(1, byName.size());
            if (with < fewest) {
                fewest = with;
                rarest = word;
            }
        }
        if (expected * fewest > (double) byName.size() * atMost) {
            return byName.stream().filter(entry -> entry.answers(asked));
        }
        return with(rarest).values().stream()
                .flatMap(Set::stream)
                .filter(entry -> entry.answers(asked))
                .distinct()
                .sorted(BY_NAME);
    }

    /** The clients by those words that this one begins. */
    private NavigableMap<String, NavigableSet<IndexedName>> with(String beginning) {
        return byWord.subMap(beginning, true, beginning + Character.MAX_VALUE, false);
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
