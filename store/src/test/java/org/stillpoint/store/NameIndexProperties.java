package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
            @ForAll @IntRange(max = 12) int atMost) {
        List<Client> clients = names.stream()
                .map(name -> Client.added(new PrivateText(name), OptionalInt.empty(), Instant.EPOCH))
                .toList();
        NameIndex index = new NameIndex();
        Map<Id<Client>, Optional<Client>> all = new HashMap<>();
        clients.forEach(client -> all.put(client.id(), Optional.of(client)));
        index.update(all, 1);

        assertThat(index.search(query, atMost, Map.of()))
                .isEqualTo(clients.stream()
                        .filter(client -> answers(client.name().value(), query))
                        .sorted(Comparator.comparing(
                                        (Client client) -> client.name().value())
                                .thenComparing(Client::id))
                        .limit(atMost)
                        .toList());
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
