package org.stillpoint.practice.client;

import java.util.List;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.Forgets;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A client is erased: the key that reads anything private of this client is destroyed, with every record of theirs. */
public final class EraseClient {

    /**
     * @param key made with the page or by the command, so that a retry is recognised
     * @param client who is erased
     */
    public record Command(Id<Deed> key, Id<Client> client) {}

    private final UnitOfWork work;
    private final List<Forgets> memories;

    /** @param memories everything that holds in memory what was worked out of people's records */
    public EraseClient(UnitOfWork work, List<Forgets> memories) {
        this.work = work;
        this.memories = List.copyOf(memories);
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there never was such a client */
    public Answer<Id<Client>> by(Actor actor, Command wanted) {
        Answer<Id<Client>> erased = work.run(
                actor,
                Deeds.of(Act.ERASE_CLIENT, wanted.key(), wanted),
                records -> {
                    records.clients().erase(wanted.client());
                    return new Answer.Done<>(wanted.client());
                },
                records -> new Answer.Again<>(wanted.client()));
        memories.forEach(memory -> memory.forget(wanted.client()));
        return erased;
    }
}
