package org.stillpoint.store;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

    /** Where the own clients are fewer than one in so many, they are looked at one by one; own choice, 2026. */
    private static final int FEW = 10;

    /**
     * A client, and whose.
     *
     * @param therapist id of the account; empty for a client of nobody
     */
    record NamedClient(Client client, String therapist) {}

    /**
     * Whom a search shows.
     *
     * @param therapist id of the account that treats them
     * @param lent ids of the others that the account was let in to
     */
    record ShownTo(String therapist, Set<String> lent) {
        private boolean shows(IndexedName entry) {
            return entry.therapist().equals(therapist)
                    || (!lent.isEmpty() && lent.contains(entry.client().id().toString()));
        }
    }

    private record IndexedName(Client client, String therapist, String folded, List<String> words) {
        static IndexedName of(NamedClient named) {
            String folded = fold(named.client().name().value());
            return new IndexedName(named.client(), named.therapist(), folded, NameIndex.words(folded));
        }

        /** In loops: a search asks a hundred thousand names. */
        boolean answers(List<String> asked) {
            for (String word : asked) {
                if (!begins(word)) {
                    return false;
                }
            }
            return true;
        }

        private boolean begins(String beginning) {
            for (String word : words) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Several sets as one, by name, each entry once. */
    private static final class InOrder implements Iterator<IndexedName> {
        private record NamesLeft(IndexedName first, Iterator<IndexedName> others) {}

        private final Queue<NamesLeft> ahead = new PriorityQueue<>(Comparator.comparing(NamesLeft::first, BY_NAME));

        InOrder(Collection<NavigableSet<IndexedName>> sets) {
            sets.forEach(set -> putBack(set.iterator()));
        }

        private void putBack(Iterator<IndexedName> rest) {
            if (rest.hasNext()) {
                ahead.add(new NamesLeft(rest.next(), rest));
            }
        }

        Stream<IndexedName> stream() {
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        @Override
        public IndexedName next() {
            NamesLeft next = ahead.remove();
            putBack(next.others());
            while (!ahead.isEmpty()
                    && ahead.element().first() == next.first()) { // a name in which two words begin alike
                putBack(ahead.remove().others());
            }
            return next.first();
        }
    }

    private final Map<Id<Client>, IndexedName> entries = new HashMap<>();
    private final NavigableSet<IndexedName> byName = new TreeSet<>(BY_NAME);
    private final NavigableMap<String, NavigableSet<IndexedName>> byWord = new TreeMap<>();
    private final Map<String, Map<Id<Client>, IndexedName>> byTherapist = new HashMap<>();
    private final NavigableSet<IndexedName> madeUp = new TreeSet<>(BY_NAME);
    private long changes = -1;

    /** The number of the last change that is in here; below the first before anything is. */
    long changes() {
        return changes;
    }

    int size() {
        return entries.size();
    }

    /** Takes over what has changed up to a number: clients as they are now, empty for those who are gone. */
    void update(Map<Id<Client>, Optional<NamedClient>> changed, long upTo) {
        changed.forEach((id, client) -> {
            forget(id);
            client.ifPresent(this::put);
        });
        changes = upTo;
    }

    private void put(NamedClient named) {
        IndexedName entry = IndexedName.of(named);
        Id<Client> id = named.client().id();
        entries.put(id, entry);
        byName.add(entry);
        if (named.client().madeUp()) {
            madeUp.add(entry);
        }
        byTherapist.computeIfAbsent(entry.therapist(), none -> new HashMap<>()).put(id, entry);
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
        madeUp.remove(gone);
        byTherapist.computeIfPresent(gone.therapist(), (same, own) -> {
            own.remove(client);
            return own.isEmpty() ? null : own;
        });
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
     * @param to whom alone they are shown; empty for whoever sees everybody
     */
    List<Client> search(
            String query, int atMost, Map<Id<Client>, Optional<NamedClient>> instead, Optional<ShownTo> to) {
        List<String> asked = words(fold(query));
        return first(() -> answering(asked), entry -> entry.answers(asked), atMost, instead, to);
    }

    /**
     * The clients by name who come after another; where that one is not kept or not shown, from the first.
     *
     * @param archived whether those who are archived are wanted, or the others
     * @param instead clients who stand otherwise than in here, empty for those who are gone
     * @param to whom alone they are shown; empty for whoever sees everybody
     */
    List<Client> list(
            boolean archived,
            Optional<Id<Client>> after,
            int atMost,
            Map<Id<Client>, Optional<NamedClient>> instead,
            Optional<ShownTo> to) {
        Optional<IndexedName> last = after.flatMap(id -> instead.containsKey(id)
                        ? instead.getOrDefault(id, Optional.empty()).map(IndexedName::of)
                        : Optional.ofNullable(entries.get(id)))
                .filter(shown(to));
        return first(
                () -> last.map(one -> byName.tailSet(one, false)).orElse(byName).stream()
                        .filter(entry -> entry.client().isArchived() == archived),
                entry -> entry.client().isArchived() == archived
                        && (last.isEmpty() || BY_NAME.compare(last.get(), entry) < 0),
                atMost,
                instead,
                to);
    }

    /**
     * Those who are made up, by name.
     *
     * @param instead clients who stand otherwise than in here, empty for those who are gone
     * @param to whom alone they are shown; empty for whoever sees everybody
     */
    List<Client> madeUp(int atMost, Map<Id<Client>, Optional<NamedClient>> instead, Optional<ShownTo> to) {
        return first(madeUp::stream, entry -> entry.client().madeUp(), atMost, instead, to);
    }

    /** The first of all who are found, or of those own clients who are asked for where these are few. */
    private List<Client> first(
            Supplier<Stream<IndexedName>> found,
            Predicate<IndexedName> asked,
            int atMost,
            Map<Id<Client>, Optional<NamedClient>> instead,
            Optional<ShownTo> to) {
        Stream<IndexedName> others = instead.values().stream()
                .flatMap(Optional::stream)
                .map(IndexedName::of)
                .filter(shown(to))
                .filter(asked);
        Stream<IndexedName> kept = to.filter(this::hasFew)
                .map(one -> own(one, asked))
                .orElseGet(() -> found.get().filter(shown(to)))
                .filter(entry -> !instead.containsKey(entry.client().id()));
        return (instead.isEmpty() ? kept : Stream.concat(kept, others).sorted(BY_NAME))
                .limit(atMost)
                .map(IndexedName::client)
                .toList();
    }

    private static Predicate<IndexedName> shown(Optional<ShownTo> to) {
        return entry -> to.isEmpty() || to.get().shows(entry);
    }

    private Map<Id<Client>, IndexedName> treated(ShownTo to) {
        return byTherapist.getOrDefault(to.therapist(), Map.of());
    }

    private boolean hasFew(ShownTo to) {
        return (treated(to).size() + to.lent().size()) * FEW < byName.size();
    }

    /** By looking at each of them. */
    private Stream<IndexedName> own(ShownTo to, Predicate<IndexedName> asked) {
        Stream<IndexedName> lent = to.lent().stream()
                .flatMap(id -> Optional.ofNullable(entries.get(Id.<Client>of(id))).stream())
                .filter(entry -> !entry.therapist().equals(to.therapist()));
        return Stream.concat(treated(to).values().stream(), lent).filter(asked).sorted(BY_NAME);
    }

    /** Those whose name answers, by name: of those with the rarest word, taken in their order until there are enough. */
    private Stream<IndexedName> answering(List<String> asked) {
        return asked.stream()
                .map(this::with)
                .min(Comparator.comparingLong(NameIndex::count))
                .map(rarest -> new InOrder(rarest.values()).stream().filter(entry -> entry.answers(asked)))
                .orElseGet(byName::stream);
    }

    private static long count(NavigableMap<String, NavigableSet<IndexedName>> with) {
        return with.values().stream().mapToLong(Set::size).sum();
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
