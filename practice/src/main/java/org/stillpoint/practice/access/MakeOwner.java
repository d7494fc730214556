package org.stillpoint.practice.access;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The first start: the practice gets its owner, once. */
public final class MakeOwner {

    /**
     * @param id of the account, made by whoever asks
     * @param name to sign in with
     * @param passwordHash encoded, with its algorithm and salt; never the password
     */
    public record Command(Id<Account> id, SignInName name, String passwordHash) {}

    /** What came of it. */
    public sealed interface FirstOwner {
        /** The owner may sign in. */
        record Made(Account owner) implements FirstOwner {}

        /** Nothing was made: the practice has its owner already. */
        record Taken() implements FirstOwner {}
    }

    private final UnitOfWork work;
    private final Clock clock;

    public MakeOwner(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public FirstOwner by(Actor actor, Command wanted) {
        try {
            return work.run(
                    actor,
                    Deeds.of(Act.MAKE_OWNER, wanted.id(), wanted),
                    records -> {
                        Account owner = new Account(
                                wanted.id(),
                                wanted.name(),
                                wanted.passwordHash(),
                                Role.OWNER,
                                clock.instant(),
                                Optional.empty(),
                                Version.FIRST);
                        records.accounts().add(owner);
                        return new FirstOwner.Made(owner);
                    },
                    records -> records.accounts()
                            .find(wanted.id())
                            .<FirstOwner>map(FirstOwner.Made::new)
                            .orElseGet(FirstOwner.Taken::new));
        } catch (Refused | AlreadyThere taken) {
            return new FirstOwner.Taken();
        }
    }
}
