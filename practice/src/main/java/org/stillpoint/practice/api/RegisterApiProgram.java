package org.stillpoint.practice.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiProgram;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The owner registers a program of others, by its public keys. */
public final class RegisterApiProgram {

    /**
     * @param key made with the page
     * @param name what it is called
     * @param keys a JSON Web Key Set of public keys; whoever calls has looked at them
     * @param scopes what it may read
     * @param days how long
     */
    public record Command(Id<Deed> key, String name, String keys, Set<ApiScope> scopes, int days) {}

    private final UnitOfWork work;
    private final Clock clock;

    public RegisterApiProgram(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * The id is what the program names itself by.
     *
     * @throws NotAllowed if the actor is not the owner
     * @throws org.stillpoint.record.BadValue if it can have no such name, keys or end
     */
    public Answer<Id<ApiGrant>> by(Actor actor, Command wanted) {
        Id<Account> own = actor.ownAccount().orElseThrow(() -> new NotAllowed(Act.REGISTER_API_PROGRAM.name()));
        Id<ApiGrant> id = Id.of(wanted.key().toString());
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.REGISTER_API_PROGRAM, wanted.key(), wanted),
                        records -> {
                            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                            records.apiGrants()
                                    .add(new ApiProgram(
                                            id,
                                            own,
                                            wanted.name(),
                                            wanted.keys(),
                                            wanted.scopes(),
                                            now,
                                            now.plus(Duration.ofDays(wanted.days()))));
                            return new Answer.Done<>(id);
                        },
                        records -> new Answer.Again<>(id)),
                () -> id);
    }
}
