package org.stillpoint.store;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.AuditEntry.Outcome;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

/** Units of work: one transaction each, which every repository joins that is used within it. */
final class StoredUnitOfWork implements UnitOfWork {
    /**
     * Own choice, 2026: with what else a request asks for, a tap is told within three seconds. No other act has such a limit: what waits in
     * the browser is sent again by itself, and a form would have to be sent again by hand.
     */
    private static final Duration A_TAP = Duration.ofMillis(1_500);

    private final Database database;
    private final Keys keys;
    private final KeptDeeds deeds;
    private final StoredAudit audit;
    private final Records records;
    private final Rights rights;
    private final Clock clock;

    StoredUnitOfWork(Database database, Keys keys, StoredAudit audit, Records records, Rights rights, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.deeds = new KeptDeeds(keys);
        this.audit = audit;
        this.records = records;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public <T> T run(Actor actor, Deed deed, Function<Records, T> first, Function<Records, T> again) {
        requireNoOther();
        Optional<Id<?>> key = Optional.of(deed.key());
        try {
            return write(deed.act(), transaction -> {
                requireRight(actor, deed.act(), deed.client());
                boolean kept = deed.client().isEmpty()
                        || keys.findLocked(transaction, deed.client().get()).isPresent();
                boolean isNew = deeds.enter(transaction, deed, clock.instant());
                if (isNew && !kept) {
                    throw new NoSuchRecord("client", deed.client().orElseThrow());
                }
                if (isNew && deed.act().kind() == Act.ActKind.BEGINS) {
                    deed.client().ifPresent(this::requireNotArchived);
                }
                T answer = database.seeing(
                        rights.sight(actor, deed.act()),
                        () -> isNew ? first.apply(records) : database.withoutWriting(() -> again.apply(records)));
                Outcome outcome = isNew ? Outcome.DONE : Outcome.AGAIN;
                audit.append(transaction, entry(actor, deed.act(), deed.client(), key, outcome));
                return answer;
            });
        } catch (RecordException refused) {
            AuditEntry entry = entry(actor, deed.act(), deed.client(), key, outcome(refused));
            database.write(transaction -> {
                audit.append(transaction, entry);
                return entry;
            });
            throw refused;
        }
    }

    @Override
    public <T> T read(Actor actor, Act act, Optional<Id<Client>> client, Function<Records, T> reading) {
        if (act.kind() != Act.ActKind.READS) {
            throw new IllegalArgumentException(act + " changes something: it is run, under a key");
        }
        requireNoOther();
        T read;
        try {
            read = database.read(transaction -> {
                requireRight(actor, act, client);
                if (client.isPresent() && !keys.isClient(transaction, client.get())) {
                    throw new NoSuchRecord("client", client.get());
                }
                return database.seeing(rights.sight(actor, act), () -> reading.apply(records));
            });
        } catch (RecordException refused) {
            if (client.isPresent() || refused instanceof NotAllowed) {
                audit.appendSoon(entry(actor, act, client, Optional.empty(), outcome(refused)));
            }
            throw refused;
        }
        if (client.isPresent()) {
            audit.appendSoon(entry(actor, act, client, Optional.empty(), Outcome.DONE));
        }
        return read;
    }

    private <T> T write(Act act, Function<DSLContext, T> work) {
        return act == Act.TAP ? database.writeWithin(A_TAP, work) : database.write(work);
    }

    private void requireNoOther() {
        if (database.isUnderWay()) {
            throw new IllegalStateException("a unit of work within another");
        }
    }

    private void requireNotArchived(Id<Client> client) {
        if (records.clients().get(client).isArchived()) {
            throw new Refused(Refused.Rule.CLIENT_IS_ARCHIVED, client);
        }
    }

    private void requireRight(Actor actor, Act act, Optional<Id<Client>> client) {
        if (!rights.may(actor, act, client)) {
            throw new NotAllowed(act.name());
        }
    }

    private static Outcome outcome(RecordException refused) {
        return refused instanceof NotAllowed ? Outcome.NOT_ALLOWED : Outcome.REFUSED;
    }

    /** An entry without number and hash, which it gets where it is added. */
    private AuditEntry entry(Actor actor, Act act, Optional<Id<Client>> client, Optional<Id<?>> key, Outcome outcome) {
        return new AuditEntry(0, clock.instant().truncatedTo(ChronoUnit.MILLIS), actor, act, client, key, outcome, "");
    }
}
