package org.stillpoint.practice.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody ends a token of their own, or the owner anybody's, and a program's registration: from this moment on it opens nothing. */
public final class EndApiGrant {

    /** @param key made with the page */
    public record Command(Id<Deed> key, Id<ApiGrant> grant) {}

    private final UnitOfWork work;
    private final Clock clock;

    public EndApiGrant(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws NotAllowed if it is somebody else's
     * @throws NoSuchRecord if there is none
     */
    public Answer<Id<ApiGrant>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.END_API_GRANT, wanted.key(), wanted),
                        records -> {
                            ApiGrant grant = records.apiGrants()
                                    .find(wanted.grant())
                                    .orElseThrow(() -> new NoSuchRecord("grant", wanted.grant()));
                            if (!Membership.runsThePractice(actor)
                                    && !actor.ownAccount().equals(Optional.of(grant.account()))) {
                                throw new NotAllowed(Act.END_API_GRANT.name());
                            }
                            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                            if (grant.isInForce(now)) {
                                records.apiGrants()
                                        .replace(grant.ended(now.isBefore(grant.madeAt()) ? grant.madeAt() : now));
                            }
                            return new Answer.Done<>(wanted.grant());
                        },
                        records -> new Answer.Again<>(wanted.grant())),
                wanted::grant);
    }
}
