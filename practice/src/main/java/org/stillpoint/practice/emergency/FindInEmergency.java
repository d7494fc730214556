package org.stillpoint.practice.emergency;

import java.util.List;
import java.util.Locale;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** In an emergency anybody's client is found, by whoever knows the whole name; that somebody looked is kept, as something done. */
public final class FindInEmergency {
    /** Of one name there are few. */
    private static final int MOST = 20;

    /**
     * @param key made with the page
     * @param name the whole name, as it is kept but for case
     */
    public record Command(Id<Deed> key, PrivateText name) {}

    private final UnitOfWork work;

    public FindInEmergency(UnitOfWork work) {
        this.work = work;
    }

    /** The clients of exactly this name. */
    public List<Client> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.FIND_IN_EMERGENCY, wanted.key(), wanted),
                records -> found(records, wanted),
                records -> found(records, wanted));
    }

    private static List<Client> found(Records records, Command wanted) {
        String name = folded(wanted.name().value());
        return name.isEmpty()
                ? List.of()
                : records.clients().search(name, MOST).stream()
                        .filter(client -> folded(client.name().value()).equals(name))
                        .toList();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
