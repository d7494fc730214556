package org.stillpoint.practice.client;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A client's name or year of birth was written down wrongly, or has changed. */
public final class CorrectClient {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param seen the version that was seen
     * @param name as it is
     * @param yearOfBirth where it was told
     * @param reason why; may be empty
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Version seen,
            PrivateText name,
            OptionalInt yearOfBirth,
            PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CorrectClient(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Changed} where somebody else has changed it since it was seen.
     *
     * @throws org.stillpoint.record.BadValue if the name or the year is none
     */
    public Answer<Client> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_CLIENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Client kept = records.clients().get(wanted.client());
                            Client now = records.clients()
                                    .update(kept.with(wanted.name(), wanted.yearOfBirth())
                                            .seenAt(wanted.seen()));
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .corrected(records, kept.id(), content(kept), content(now), wanted.reason());
                            return new Answer.Done<>(now);
                        },
                        records -> new Answer.Again<>(records.clients().get(wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_CLIENT,
                        Optional.of(wanted.client()),
                        records -> records.clients().get(wanted.client())));
    }

    private static EntryContent content(Client client) {
        return new EntryContent.ClientEntry(client.name(), client.yearOfBirth());
    }
}
