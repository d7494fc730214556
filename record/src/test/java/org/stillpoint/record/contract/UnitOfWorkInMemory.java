package org.stillpoint.record.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.AuditEntry.Outcome;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

/** Units of work, in memory. */
record UnitOfWorkInMemory(Memory memory, Done done, RecordsInMemory records, Rights rights, Clock clock)
        implements UnitOfWork {

    /** What was done: by key, and as it is accounted for. */
    static final class Done implements Audit {
        private final Memory memory;
        private final Memory.Table<Id<?>, Deed> deeds;
        private final Memory.Table<Long, AuditEntry> entries;

        Done(Memory memory, ClientsInMemory clients) {
            this.memory = memory;
            this.deeds = memory.table();
            this.entries = memory.table();
            clients.whenErased(erased -> deeds.stream()
                    .filter(deed -> deed.client().equals(Optional.of(erased))
                            || deed.key().equals(erased))
                    .filter(deed -> deed.act() != Act.ERASE_CLIENT)
                    .forEach(deed -> deeds.remove(deed.key())));
        }

        private boolean enter(Deed deed) {
            Optional<Deed> kept = deeds.find(deed.key());
            if (kept.isPresent() && !kept.get().equals(deed)) {
                throw new AlreadyThere("deed", deed.key());
            }
            deeds.put(deed.key(), deed);
            return kept.isEmpty();
        }

        private void append(
                Clock clock, Actor actor, Act act, Optional<Id<Client>> client, Optional<Id<?>> key, Outcome outcome) {
            memory.write(() -> {
                long number = entries.stream().count() + 1;
                String before = entries.find(number - 1).map(AuditEntry::hash).orElse("0".repeat(64));
                AuditEntry bare = new AuditEntry(
                        number,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        actor,
                        act,
                        client,
                        key,
                        outcome,
                        before);
                AuditEntry entry =
                        new AuditEntry(number, bare.at(), actor, act, client, key, outcome, hash(bare.toString()));
                entries.put(number, entry);
                return entry;
            });
        }

        private static String hash(String text) {
            try {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        @Override
        public List<AuditEntry> latest(int atMost) {
            return entries.stream()
                    .sorted(Comparator.comparing(AuditEntry::number).reversed())
                    .limit(atMost)
                    .toList();
        }

        @Override
        public List<AuditEntry> listOf(Id<Client> client) {
            return latest(Integer.MAX_VALUE).reversed().stream()
                    .filter(entry -> entry.client().equals(Optional.of(client)))
                    .toList();
        }

        @Override
        public List<AuditEntry> listOf(Act act) {
            return latest(Integer.MAX_VALUE).reversed().stream()
                    .filter(entry -> entry.act() == act)
                    .toList();
        }

        @Override
        public boolean isTraceSeen(Id<Client> client, Instant from, Instant by) {
            return listOf(client).stream()
                    .anyMatch(entry -> entry.act() == Act.SEE_TRACE
                            && entry.outcome() == Outcome.DONE
                            && !entry.at().isBefore(from)
                            && !entry.at().isAfter(by));
        }

        @Override
        public Map<Id<Client>, Instant> lastChanges(Collection<Id<Client>> clients) {
            Map<Id<Client>, Instant> found = new HashMap<>();
            for (Id<Client> client : clients) {
                listOf(client).stream()
                        .filter(entry -> entry.key().isPresent() && entry.outcome() == Outcome.DONE)
                        .forEach(entry -> found.merge(client, entry.at(), (a, b) -> a.isAfter(b) ? a : b));
            }
            return found;
        }

        /** Nobody reaches the memory of a test from outside: the chain holds. */
        @Override
        public void signIn(Optional<Id<Account>> account, AuditEntry.Outcome outcome) {
            append(
                    Clock.systemUTC(),
                    Actor.program(Actor.ProgramPart.DOOR),
                    Act.SIGN_IN,
                    Optional.empty(),
                    account.map(id -> id),
                    outcome);
        }

        @Override
        public Map<Id<Account>, Instant> lastSignIns() {
            Map<Id<Account>, Instant> last = new HashMap<>();
            entries.stream()
                    .filter(entry -> entry.act() == Act.SIGN_IN && entry.outcome() == Outcome.DONE)
                    .forEach(entry -> entry.key().ifPresent(id -> last.put(Id.of(id.toString()), entry.at())));
            return last;
        }

        @Override
        public boolean isInChain(String hash) {
            return latest(Integer.MAX_VALUE).stream()
                    .anyMatch(entry -> entry.hash().equals(hash));
        }

        @Override
        public Verification verify() {
            String head = latest(1).stream().findFirst().map(AuditEntry::hash).orElse("0".repeat(64));
            return new Verification(entries.stream().count(), 0, head, Optional.empty());
        }
    }

    @Override
    public <T> T run(Actor actor, Deed deed, Function<Records, T> first, Function<Records, T> again) {
        requireNoOther();
        Optional<Id<?>> key = Optional.of(deed.key());
        try {
            return memory.write(() -> {
                requireRight(actor, deed.act(), deed.client());
                boolean isNew = done.enter(deed);
                if (isNew) {
                    deed.client()
                            .ifPresent(client ->
                                    requireOpenFor(deed.act(), records.clients().get(client)));
                }
                T answer = memory.seeing(
                        rights.sight(actor, deed.act()),
                        () -> isNew ? first.apply(records) : memory.withoutWriting(() -> again.apply(records)));
                done.append(clock, actor, deed.act(), deed.client(), key, isNew ? Outcome.DONE : Outcome.AGAIN);
                return answer;
            });
        } catch (RecordException refused) {
            done.append(clock, actor, deed.act(), deed.client(), key, outcome(refused));
            throw refused;
        }
    }

    @Override
    public <T> T read(Actor actor, Act act, Optional<Id<Client>> client, Function<Records, T> reading) {
        if (act.kind() != Act.ActKind.READS) {
            throw new IllegalArgumentException(act + " changes something: it is run, under a key");
        }
        requireNoOther();
        try {
            T read = memory.read(() -> {
                requireRight(actor, act, client);
                client.ifPresent(one -> {
                    if (records.clients().find(one).isEmpty()) {
                        throw new NoSuchRecord("client", one);
                    }
                });
                return memory.seeing(rights.sight(actor, act), () -> reading.apply(records));
            });
            if (client.isPresent()) {
                done.append(clock, actor, act, client, Optional.empty(), Outcome.DONE);
            }
            return read;
        } catch (RecordException refused) {
            if (client.isPresent() || refused instanceof NotAllowed) {
                done.append(clock, actor, act, client, Optional.empty(), outcome(refused));
            }
            throw refused;
        }
    }

    private void requireNoOther() {
        if (memory.isUnderWay()) {
            throw new IllegalStateException("a unit of work within another");
        }
    }

    private static void requireOpenFor(Act act, Client client) {
        if (act.kind() == Act.ActKind.BEGINS && client.isArchived()) {
            throw new Refused(Refused.Rule.CLIENT_IS_ARCHIVED, client.id());
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
}
