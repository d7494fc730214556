package org.stillpoint.practice.link;

import java.time.Clock;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What a link was for is done: it closes. */
public final class UseLink {

    /** @param key of this use */
    public record Command(Id<Deed> key, Id<Client> client, Id<PrivateLink> link) {}

    private final UnitOfWork work;
    private final Clock clock;

    public UseLink(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NotAllowed if it is not open, or was used meanwhile */
    public void by(Actor actor, Command wanted) {
        work.run(
                actor,
                Deeds.of(Act.USE_LINK, wanted.key(), wanted.client(), wanted),
                records -> {
                    within(records, actor, wanted.key(), clock, LinkPurpose.OWN_COPY);
                    return wanted.link();
                },
                records -> wanted.link());
    }

    /**
     * Closes the link of whoever came by one, within the unit of work of what was done; a link that is for more than that stays open.
     *
     * @param done what was done
     */
    public static void within(Records records, Actor actor, Id<?> key, Clock clock, LinkPurpose done) {
        if (actor instanceof Actor.Linked linked) {
            records.privateLinks().findOpen(linked.client(), linked.link()).ifPresent(link -> {
                if (link.purpose() == done && link.state() instanceof LinkState.BoundToBrowser bound) {
                    records.privateLinks()
                            .update(link.in(new LinkState.UsedUp(clock.instant(), bound.browserHash(), key)));
                }
            });
        }
    }
}
