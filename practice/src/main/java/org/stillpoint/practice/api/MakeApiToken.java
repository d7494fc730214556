package org.stillpoint.practice.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiToken;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody makes a token, by which a program of theirs reads what they may read. */
public final class MakeApiToken {

    /**
     * @param key made with the page
     * @param tokenHash SHA-256 of the token
     * @param name what it is for
     * @param days how long it opens something
     */
    public record Command(Id<Deed> key, String tokenHash, String name, int days) {}

    private record WantedToken(String name, int days) {}

    private final UnitOfWork work;
    private final Clock clock;

    public MakeApiToken(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Again} where this key made one before, which was shown then.
     *
     * @throws NotAllowed if the actor has no account, or treats nobody
     * @throws org.stillpoint.record.BadValue if it can have no such name or end
     */
    public Answer<Id<ApiGrant>> by(Actor actor, Command wanted) {
        Id<Account> own = actor.ownAccount().orElseThrow(() -> new NotAllowed(Act.MAKE_API_TOKEN.name()));
        Id<ApiGrant> id = Id.of(wanted.key().toString());
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.MAKE_API_TOKEN, wanted.key(), new WantedToken(wanted.name(), wanted.days())),
                        records -> {
                            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                            records.apiGrants()
                                    .add(new ApiToken(
                                            id,
                                            own,
                                            wanted.tokenHash(),
                                            wanted.name(),
                                            now,
                                            now.plus(Duration.ofDays(wanted.days()))));
                            return new Answer.Done<>(id);
                        },
                        records -> new Answer.Again<>(id)),
                () -> id);
    }
}
