package org.stillpoint.practice.people;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Whoever has the link of an invitation makes their account. The link opens nothing afterwards. */
public final class AcceptInvitation {

    /**
     * @param id of the account, made by whoever asks
     * @param linkHash SHA-256 of what the link ends in
     * @param name to sign in with
     * @param passwordHash encoded, with its algorithm and salt; never the password
     */
    public record Command(Id<Account> id, String linkHash, SignInName name, String passwordHash) {}

    /** What came of it. */
    public sealed interface Accepted {
        /** They may sign in. */
        record Welcomed(Account account) implements Accepted {}

        /** Nothing was made: there is no such invitation, or it was used, withdrawn, or has run out. */
        record LinkOpensNothing() implements Accepted {}

        /** Nothing was made, and the link still opens: somebody else has this name. */
        record NameIsTaken() implements Accepted {}
    }

    private final UnitOfWork work;
    private final Clock clock;

    public AcceptInvitation(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Accepted by(Actor actor, Command wanted) {
        try {
            return work.run(
                    actor,
                    Deeds.of(Act.ACCEPT_INVITATION, wanted.id(), wanted),
                    records -> find(records, wanted.linkHash())
                            .<Accepted>map(invitation -> accept(records, invitation, wanted))
                            .orElseGet(Accepted.LinkOpensNothing::new),
                    records -> records.accounts()
                            .find(wanted.id())
                            .<Accepted>map(Accepted.Welcomed::new)
                            .orElseGet(Accepted.LinkOpensNothing::new));
        } catch (AlreadyThere taken) {
            return new Accepted.NameIsTaken();
        }
    }

    /** For what role the link invites; empty where it opens nothing. */
    public Optional<Role> roleOf(Actor actor, String linkHash) {
        return work.read(
                actor,
                Act.SEE_INVITATION,
                Optional.empty(),
                records -> find(records, linkHash).map(Invitation::role));
    }

    private Optional<Invitation> find(Records records, String linkHash) {
        return records.invitations()
                .findByHash(linkHash)
                .filter(invitation -> clock.instant().isBefore(invitation.until()));
    }

    private Accepted accept(Records records, Invitation invitation, Command wanted) {
        Account account = new Account(
                wanted.id(),
                wanted.name(),
                wanted.passwordHash(),
                invitation.role(),
                clock.instant(),
                Optional.empty(),
                Version.FIRST);
        records.accounts().add(account);
        records.invitations().withdraw(invitation.id());
        return new Accepted.Welcomed(account);
    }
}
