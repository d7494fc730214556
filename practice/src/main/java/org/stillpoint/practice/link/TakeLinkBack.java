package org.stillpoint.practice.link;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A link is taken back: it opens nothing any more, in no browser. */
public final class TakeLinkBack {

    /** @param key made with the page */
    public record Command(Id<Deed> key, Id<Client> client, Id<PrivateLink> link) {}

    private final UnitOfWork work;
    private final Clock clock;

    public TakeLinkBack(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Where it was used or has run out before, nothing changes. */
    public Answer<Id<PrivateLink>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.TAKE_LINK_BACK, wanted.key(), wanted.client(), wanted),
                        records -> {
                            records.privateLinks().list(wanted.client()).stream()
                                    .filter(link -> link.id().equals(wanted.link()) && link.stands(clock.instant()))
                                    .forEach(link -> records.privateLinks()
                                            .update(link.in(new LinkState.TakenBack(clock.instant()))));
                            return new Answer.Done<>(wanted.link());
                        },
                        records -> new Answer.Again<>(wanted.link())),
                wanted::link);
    }
}
