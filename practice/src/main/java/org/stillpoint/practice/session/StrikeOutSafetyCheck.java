package org.stillpoint.practice.session;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A safety check that was made by mistake, and that no session rests on, is struck out. */
public final class StrikeOutSafetyCheck {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param check which
     * @param seen the version that was seen
     * @param reason why
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<SafetyCheck> check, Version seen, PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public StrikeOutSafetyCheck(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the check as it was, or as it is kept where it was not struck out; empty on a retry.
     *
     * @throws org.stillpoint.record.BadValue if no reason is given
     */
    public Answer<Optional<SafetyCheck>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.REMOVE_SAFETY_CHECK, wanted.key(), wanted.client(), wanted),
                        records -> {
                            SafetyCheck kept = records.safetyChecks().get(wanted.client(), wanted.check());
                            if (records.sessions().isUsed(kept.id())) {
                                throw new Refused(Rule.SAFETY_CHECK_IS_USED, kept.id());
                            }
                            records.safetyChecks().remove(wanted.client(), wanted.check(), wanted.seen());
                            ToldFlags.takeBack(records, wanted.client(), kept.id());
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .struckOut(records, kept.id(), CorrectSafetyCheck.content(kept), wanted.reason());
                            return new Answer.Done<>(Optional.of(kept));
                        },
                        records -> new Answer.Again<>(Optional.empty())),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(wanted.client()),
                        records -> records.safetyChecks().find(wanted.client(), wanted.check())));
    }
}
