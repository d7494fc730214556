package org.stillpoint.practice.history;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** An event is told differently, while no session has started since it was written down. */
public final class ChangeEvent {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param event which
     * @param seen the version that was seen
     * @param told what is told now
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<TraumaEvent> event, Version seen, Told told) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeEvent(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<TraumaEvent> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_EVENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            TraumaEvent kept = records.history().get(wanted.client(), wanted.event());
                            TraumaEvent now = records.history()
                                    .update(kept.requireUnlocked()
                                            .with(wanted.told())
                                            .seenAt(wanted.seen()));
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .corrected(
                                            records,
                                            kept.id(),
                                            new EntryContent.EventEntry(kept.told()),
                                            new EntryContent.EventEntry(now.told()),
                                            PrivateText.NONE);
                            return new Answer.Done<>(now);
                        },
                        records -> new Answer.Again<>(records.history().get(wanted.client(), wanted.event()))),
                () -> work.read(
                        actor,
                        Act.SEE_EVENT,
                        Optional.of(wanted.client()),
                        records -> records.history().get(wanted.client(), wanted.event())));
    }
}
