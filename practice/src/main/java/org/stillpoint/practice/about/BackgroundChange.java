package org.stillpoint.practice.about;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What two acts do alike: each changes its own part of what whoever treats a client knows beforehand, and what stood there is kept. */
final class BackgroundChange {
    private final UnitOfWork work;
    private final Clock clock;

    BackgroundChange(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @param change from what is kept to what is to be kept */
    Answer<AboutPart<Background>> by(
            Actor actor,
            Deed deed,
            Id<Client> client,
            Version seen,
            BiFunction<Records, Background, Background> change) {
        return Answer.of(
                () -> work.run(
                        actor,
                        deed,
                        records -> {
                            AboutPart<Background> kept = records.aboutClients().background(client);
                            AboutPart<Background> now = records.aboutClients()
                                    .updateBackground(kept.with(change.apply(records, kept.told()))
                                            .seenAt(seen));
                            new Mending(actor, deed.key(), client, clock.instant())
                                    .corrected(
                                            records,
                                            client,
                                            new EntryContent.BackgroundEntry(kept.told()),
                                            new EntryContent.BackgroundEntry(now.told()),
                                            PrivateText.NONE);
                            return new Answer.Done<>(now);
                        },
                        records -> new Answer.Again<>(records.aboutClients().background(client))),
                () -> work.read(
                        actor,
                        Act.SEE_BACKGROUND,
                        Optional.of(client),
                        records -> records.aboutClients().background(client)));
    }
}
