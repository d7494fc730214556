package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;

/** Whichever way the index goes, through all names in their order or by the rarest word, it answers as a plain look at every name does. */
class NameIndexProperties {

    @Property(tries = 300)
    void search_anyWay_findsWhatEveryNameLookedAtFinds(
            @ForAll("names") List<String> names,
            @ForAll("queries") String query,
            @ForAll @IntRange(max = 12) int atMost,
            @ForAll @IntRange(min = 1, max = 30) int oneOfSo) {
        List<Client> clients = names.stream()
                .map(name -> Client.added(new PrivateText(name), OptionalInt.empty(), Instant.EPOCH))
                .toList();
        Map<Id<Client>, Optional<NameIndex.NamedClient>> all = new HashMap<>();
        Set<Id<Client>> own = new HashSet<>();
        Set<String> lent = new HashSet<>();
        for (int i = 0; i < clients.size(); i++) {
            boolean treated = i % oneOfSo == 0;
            Client client = clients.get(i);
            all.put(client.id(), Optional.of(new NameIndex.NamedClient(client, treated ? "sam" : "kim")));
            if (treated || i % oneOfSo == 1) {
                own.add(client.id());
                (treated ? new HashSet<String>() : lent).add(client.id().toString());
            }
        }
        NameIndex index = new NameIndex();
        index.update(all, 1);

        assertThat(index.search(query, atMost, Map.of(), Optional.empty()))
                .isEqualTo(looked(clients, client -> true, query, atMost));
        assertThat(index.search(query, atMost, Map.of(), Optional.of(new NameIndex.ShownTo("sam", lent))))
                .isEqualTo(looked(clients, client -> own.contains(client.id()), query, atMost));
    }

    private static List<Client> looked(List<Client> clients, Predicate<Client> shown, String query, int atMost) {
        return clients.stream()
                .filter(shown)
                .filter(client -> answers(client.name().value(), query))
                .sorted(Comparator.comparing((Client client) -> client.name().value())
                        .thenComparing(Client::id))
                .limit(atMost)
                .toList();
    }

    private static boolean answers(String name, String query) {
        return Stream.of(query.split(" "))
                .allMatch(asked -> Arrays.stream(name.split(" ")).anyMatch(word -> word.startsWith(asked)));
    }

    /** Few letters and short words, so that many answer. */
    @Provide
    Arbitrary<List<String>> names() {
        return words(1, 3).list().ofMaxSize(200);
    }

    @Provide
    Arbitrary<String> queries() {
        return words(0, 2);
    }

    private static Arbitrary<String> words(int fewest, int most) {
        Arbitrary<String> word =
                Arbitraries.strings().withChars("abc").ofMinLength(1).ofMaxLength(3);
        return word.list().ofMinSize(fewest).ofMaxSize(most).map(words -> String.join(" ", words));
    }
}
