package org.stillpoint.practice.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** Who did and read what: for whoever runs the practice. */
public final class AuditReading {

    /**
     * One line of it.
     *
     * @param who the name of the account; empty where a program acted, or nobody who is known
     * @param program what a program of others was registered as; empty where none acted
     */
    public record NamedEntry(AuditEntry entry, Optional<SignInName> who, Optional<String> program) {}

    private record KnownNames(Map<Id<Account>, SignInName> people, Map<Id<ApiGrant>, String> programs) {}

    private final UnitOfWork work;
    private final Audit audit;

    public AuditReading(UnitOfWork work, Audit audit) {
        this.work = work;
        this.audit = audit;
    }

    /** The latest entries, the newest first. */
    public List<NamedEntry> by(Actor actor, int atMost) {
        KnownNames names = work.read(
                actor,
                Act.SEE_AUDIT,
                Optional.empty(),
                records -> new KnownNames(
                        records.accounts().list().stream().collect(Collectors.toMap(Account::id, Account::signInName)),
                        records.apiGrants().list().stream().collect(Collectors.toMap(ApiGrant::id, ApiGrant::name))));
        return audit.latest(atMost).stream()
                .map(entry -> new NamedEntry(entry, who(entry).map(names.people()::get), program(entry, names)))
                .toList();
    }

    private static Optional<String> program(AuditEntry entry, KnownNames names) {
        return entry.actor() instanceof Actor.Registered registered
                ? Optional.ofNullable(names.programs().get(registered.program()))
                : Optional.empty();
    }

    /** Who signed in stands beside the door that let them in. */
    private static Optional<? extends Id<?>> who(AuditEntry entry) {
        return switch (entry.actor()) {
            case Actor.Person person -> Optional.of(person.account());
            case Actor.Linked linked -> Optional.empty();
            case Actor.Registered registered -> Optional.empty();
            case Actor.Program program -> entry.act() == Act.SIGN_IN ? entry.key() : Optional.empty();
        };
    }

    /** How the account ended in the last good backup, and when that was. */
    public Optional<LastGoodBackup> lastBackup(Actor actor) {
        return work.read(
                actor,
                Act.SEE_AUDIT,
                Optional.empty(),
                records -> records.keeping()
                        .lastBackup()
                        .flatMap(at -> records.keeping().lastBackupHead().map(head -> new LastGoodBackup(at, head))));
    }

    /**
     * The last good backup.
     *
     * @param head hash of the last entry that the account had in it
     */
    public record LastGoodBackup(Instant at, String head) {}
}
