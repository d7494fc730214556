package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody writes what was done about what is worse, said or judged, or about a red flag, and that is no longer an open matter. */
public final class FollowUpWorse {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param seen the check-ins and red flags that were read; what was said since then stays open
     * @param done in words
     */
    public record Command(Id<Deed> key, Id<Client> client, Set<Id<?>> seen, PrivateText done) {
        public Command {
            seen = Set.copyOf(seen);
        }
    }

    /** What nobody has answered yet, the earliest first. */
    public record StillOpen(List<CheckIn> worse, List<RedFlag> flags) {
        public boolean isEmpty() {
            return worse.isEmpty() && flags.isEmpty();
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public FollowUpWorse(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with what is still open. A matter that somebody else has followed up since it was read keeps what they wrote.
     *
     * @throws BadValue if no words say what was done
     */
    public Answer<StillOpen> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.FOLLOW_UP, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(followUp(records, actor, wanted)),
                        records -> new Answer.Again<>(open(records, wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_OUTCOME,
                        Optional.of(wanted.client()),
                        records -> open(records, wanted.client())));
    }

    private StillOpen followUp(Records records, Actor actor, Command wanted) {
        FollowUp followUp = new FollowUp(clock.instant(), actor.ownAccount(), wanted.done());
        StillOpen open = open(records, wanted.client());
        open.worse().stream()
                .filter(matter -> wanted.seen().contains(matter.id()))
                .forEach(matter -> records.checkIns().update(matter.followedBy(Optional.of(followUp))));
        open.flags().stream()
                .filter(flag -> wanted.seen().contains(flag.id()))
                .forEach(flag -> records.redFlags().update(flag.followedBy(followUp)));
        return open(records, wanted.client());
    }

    private static StillOpen open(Records records, Id<Client> client) {
        return new StillOpen(
                records.checkIns().listOpen(List.of(client)), records.redFlags().listOpen(List.of(client)));
    }
}
