package org.stillpoint.practice.checkin;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A slip in a check-in is mended: the corrected answers count, once. */
public final class ChangeCheckIn {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param checkIn which
     * @param seen the version that was seen
     * @param answers as they were meant
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<CheckIn> checkIn, Version seen, Answers answers) {}

    private final UnitOfWork work;

    public ChangeCheckIn(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has changed it since it was seen. */
    public Answer<CheckIn> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_CHECK_IN, wanted.key(), wanted.client(), wanted),
                        records -> {
                            CheckIn kept = records.checkIns().get(wanted.client(), wanted.checkIn());
                            return new Answer.Done<>(records.checkIns()
                                    .update(kept.with(wanted.answers()).seenAt(wanted.seen())));
                        },
                        records -> new Answer.Again<>(records.checkIns().get(wanted.client(), wanted.checkIn()))),
                () -> work.read(
                        actor,
                        Act.SEE_OUTCOME,
                        Optional.of(wanted.client()),
                        records -> records.checkIns().get(wanted.client(), wanted.checkIn())));
    }
}
