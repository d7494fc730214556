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
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** An event that was written down by mistake is removed, while no session has started since. */
public final class RemoveEvent {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param event which
     * @param seen the version that was seen
     * @param reason why it is struck out
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<TraumaEvent> event, Version seen, PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public RemoveEvent(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the event as it was, or as it is kept where it was not struck out; empty on a retry.
     *
     * @throws org.stillpoint.record.BadValue if no reason is given
     */
    public Answer<Optional<TraumaEvent>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.REMOVE_EVENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            TraumaEvent kept = records.history().get(wanted.client(), wanted.event());
                            kept.requireUnlocked();
                            records.history().remove(wanted.client(), wanted.event(), wanted.seen());
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .struckOut(
                                            records,
                                            kept.id(),
                                            new EntryContent.EventEntry(kept.told()),
                                            wanted.reason());
                            return new Answer.Done<>(Optional.of(kept));
                        },
                        records -> new Answer.Again<>(Optional.empty())),
                () -> work.read(
                        actor,
                        Act.SEE_EVENT,
                        Optional.of(wanted.client()),
                        records -> records.history().find(wanted.client(), wanted.event())));
    }
}
