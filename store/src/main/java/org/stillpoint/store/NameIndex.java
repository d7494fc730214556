package org.stillpoint.store;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/** The clients by name, held in memory, where alone names can be searched. Not safe for several threads at once. */
final class NameIndex {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Comparator<Entry> BY_NAME = Comparator.comparing(Entry::folded)
            .thenComparing(entry -> entry.client().name().value())
            .thenComparing(entry -> entry.client().id());

    private record Entry(Client client, String folded, List<String> words) {}

    private final Map<Id<Client>, Entry> entries = new HashMap<>();

    /**
     * Drops who is gone.
     *
     * @param kept the version of every client kept, whoever wrote it
     * @return who is new or changed, to be read and {@link #put}
     */
    List<Id<Client>> refresh(Map<Id<Client>, Version> kept) {
        entries.keySet().retainAll(kept.keySet());
        return kept.entrySet().stream()
                .filter(now -> {
                    Entry known = entries.get(now.getKey());
                    return known == null || !known.client().version().equals(now.getValue());
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    void put(Client client) {
        String folded = fold(client.name().value());
        entries.put(client.id(), new Entry(client, folded, words(folded)));
    }

    /** Forgets a client at once, the name with it. */
    void forget(Id<Client> client) {
        entries.remove(client);
    }

    /** The clients in whose name every word of the query begins a word, by name. */
    List<Client> search(String query) {
        List<String> asked = words(fold(query));
        return entries.values().stream()
                .filter(entry ->
                        asked.stream().allMatch(word -> entry.words().stream().anyMatch(own -> own.startsWith(word))))
                .sorted(BY_NAME)
                .map(Entry::client)
                .toList();
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
                .toList();
    }
}
