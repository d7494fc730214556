package org.stillpoint.practice.client;

import java.util.List;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.Forgets;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
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

    /**
     * Answers {@link Answer.No} where a legal hold stands.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there never was such a client
     */
    public Answer<Id<Client>> by(Actor actor, Command wanted) {
        Answer<Id<Client>> erased = Answer.of(() -> erase(actor, wanted), wanted::client);
        if (erased instanceof Answer.No<Id<Client>>) {
            return erased;
        }
        memories.forEach(memory -> memory.forget(wanted.client()));
        return erased;
    }

    private Answer<Id<Client>> erase(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.ERASE_CLIENT, wanted.key(), wanted),
                records -> {
                    if (records.retention().isHeld(wanted.client())) {
                        throw new Refused(Rule.CLIENT_IS_HELD, wanted.client());
                    }
                    records.clients().erase(wanted.client());
                    return new Answer.Done<>(wanted.client());
                },
                records -> new Answer.Again<>(wanted.client()));
    }
}
