package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.outcome.WorseTurn;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
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
     * @param reason why it is struck out
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<CheckIn> checkIn, Version seen, PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public RemoveCheckIn(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the check-in as it was, or as it is kept where it was not struck out; empty on a retry.
     *
     * @throws org.stillpoint.record.BadValue if no reason is given
     */
    public Answer<Optional<CheckIn>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.REMOVE_CHECK_IN, wanted.key(), wanted.client(), wanted),
                        records -> {
                            CheckIn kept = records.checkIns().get(wanted.client(), wanted.checkIn());
                            records.checkIns().remove(wanted.client(), wanted.checkIn(), wanted.seen());
                            ToldFlags.takeBack(records, wanted.client(), kept.id());
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .struckOut(records, kept.id(), ChangeCheckIn.content(kept), wanted.reason());
                            WorseTurn.note(records, wanted.client());
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
