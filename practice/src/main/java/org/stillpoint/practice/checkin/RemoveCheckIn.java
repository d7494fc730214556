package org.stillpoint.practice.checkin;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A check-in that was entered by mistake is taken out; the account keeps that it was, and by whom. */
public final class RemoveCheckIn {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param checkIn which
     * @param seen the version that was seen
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<CheckIn> checkIn, Version seen) {}

    private final UnitOfWork work;

    public RemoveCheckIn(UnitOfWork work) {
        this.work = work;
    }

    /** Answers with the check-in as it was, or as it is kept where it was not taken out; empty on a retry. */
    public Answer<Optional<CheckIn>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.REMOVE_CHECK_IN, wanted.key(), wanted.client(), wanted),
                        records -> {
                            CheckIn kept = records.checkIns().get(wanted.client(), wanted.checkIn());
                            records.checkIns().remove(wanted.client(), wanted.checkIn(), wanted.seen());
                            return new Answer.Done<>(Optional.of(kept));
                        },
                        records -> new Answer.Again<>(Optional.empty())),
                () -> work.read(
                        actor,
                        Act.SEE_OUTCOME,
                        Optional.of(wanted.client()),
                        records -> records.checkIns().find(wanted.client(), wanted.checkIn())));
    }
}
