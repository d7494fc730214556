package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.util.ArrayList;
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
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody writes what was done about what is worse, said or judged, and that is no longer an open matter. */
public final class FollowUpWorse {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param seen the check-ins that were read; what was said since then stays open
     * @param done in words
     */
    public record Command(Id<Deed> key, Id<Client> client, Set<Id<CheckIn>> seen, PrivateText done) {
        public Command {
            seen = Set.copyOf(seen);
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
    public Answer<List<CheckIn>> by(Actor actor, Command wanted) {
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

    private List<CheckIn> followUp(Records records, Actor actor, Command wanted) {
        FollowUp followUp = new FollowUp(clock.instant(), actor.ownAccount(), wanted.done());
        List<CheckIn> still = new ArrayList<>();
        for (CheckIn matter : open(records, wanted.client())) {
            if (wanted.seen().contains(matter.id())) {
                records.checkIns().update(matter.followedBy(Optional.of(followUp)));
            } else {
                still.add(matter);
            }
        }
        return List.copyOf(still);
    }

    private static List<CheckIn> open(Records records, Id<Client> client) {
        return records.checkIns().listOpen(List.of(client));
    }
}
