package org.stillpoint.practice.client;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Who has the same name already: told before somebody is added twice. */
public final class FindNamesakes {
    /** Own choice, 2026: as many as one compares side by side. */
    private static final int MOST = 5;

    private final UnitOfWork work;

    public FindNamesakes(UnitOfWork work) {
        this.work = work;
    }

    /** Those whose name has the same words, in whatever order, case and accents; those who were seen last stand where they stand. */
    public List<Standing> by(Actor actor, PrivateText name) {
        List<String> wanted = words(name.value());
        return work.read(actor, Act.FIND_CLIENTS, Optional.empty(), records -> {
            List<Id<Client>> same = records.clients().search(name.value()).stream()
                    .filter(client -> words(client.name().value()).equals(wanted))
                    .map(Client::id)
                    .limit(MOST)
                    .toList();
            return records.today().list(same);
        });
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }
}
