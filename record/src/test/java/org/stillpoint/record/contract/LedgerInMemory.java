package org.stillpoint.record.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.ServerClocks;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.ledger.Verification;

/** The ledger, in memory. */
final class LedgerInMemory implements Ledger {
    private final Memory memory;
    private final RecordsInMemory records;
    private final KeepingInMemory keeping;
    private final Clock clock;
    private final Memory.Table<Id<LedgerEntry>, LedgerEntry> rows;

    LedgerInMemory(Memory memory, RecordsInMemory records, KeepingInMemory keeping, Clock clock) {
        this.keeping = keeping;
        this.memory = memory;
        this.records = records;
        this.clock = clock;
        this.rows = memory.table();
    }

    @Override
    public LedgerEntry seal(Draft draft) {
        return memory.write(() -> {
            records.clients().get(draft.client());
            Optional<LedgerEntry> kept = rows.find(draft.id());
            if (kept.isPresent()) {
                if (!kept.get().isOf(draft)) {
                    throw new AlreadyThere("ledger entry", draft.id());
                }
                return kept.get();
            }
            draft.about().ifPresent(about -> requireAbout(draft, about));
            Instant now = inTurn(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            requireInTime(draft, now);
            long number = rows.stream().count() + 1;
            LedgerEntry sealed = new LedgerEntry(
                    number,
                    draft.id(),
                    draft.client(),
                    draft.kind(),
                    draft.about(),
                    now,
                    draft.firstTarget(),
                    draft.content(),
                    "%064x".formatted(number));
            rows.put(sealed.id(), sealed);
            return sealed;
        });
    }

    private Instant inTurn(Instant now) {
        return rows.stream()
                .map(LedgerEntry::sealedAt)
                .max(Comparator.naturalOrder())
                .filter(before -> before.isAfter(now) && !before.isAfter(now.plus(ServerClocks.DIFFER_BY)))
                .orElse(now);
    }

    private void requireAbout(Draft draft, Id<LedgerEntry> about) {
        LedgerEntry target = rows.find(about).orElseThrow(() -> new NoSuchRecord("ledger entry", about));
        boolean resolves = draft.kind() == EntryKind.RESOLUTION;
        if (!target.client().equals(draft.client())
                || (resolves && target.firstTarget().isEmpty())) {
            throw new NoSuchRecord("claim", about);
        }
        if (resolves && isResolved(target)) {
            throw new AlreadyThere("resolution of the claim", about);
        }
    }

    private boolean isResolved(LedgerEntry claim) {
        return rows.stream()
                .anyMatch(
                        row -> row.kind() == EntryKind.RESOLUTION && row.about().equals(Optional.of(claim.id())));
    }

    private void requireInTime(Draft draft, Instant now) {
        if (keeping.findClockDoubt().isPresent()) {
            throw new Refused(Rule.CLOCK_IN_DOUBT, draft.id());
        }
        boolean datedAhead = rows.stream()
                .max(Comparator.comparing(LedgerEntry::number))
                .filter(row -> row.sealedAt().isAfter(now))
                .isPresent();
        if (datedAhead && !keeping.isTrustedAt(now)) {
            throw new Refused(Rule.CLOCK_WENT_BACK, draft.id());
        }
        draft.firstTarget().ifPresent(first -> {
            if (!now.isBefore(first)) {
                throw new Refused(Rule.TARGET_HAS_COME, draft.id());
            }
        });
    }

    @Override
    public List<LedgerEntry> list(Id<Client> client) {
        return list().stream().filter(row -> row.client().equals(client)).toList();
    }

    @Override
    public List<LedgerEntry> list() {
        return rows.stream()
                .filter(row -> records.clients().find(row.client()).isPresent())
                .sorted(Comparator.comparing(LedgerEntry::number))
                .toList();
    }

    @Override
    public List<LedgerEntry> listOpenClaims() {
        return list().stream()
                .filter(row -> row.kind() == EntryKind.CLAIM && !isResolved(row))
                .toList();
    }

    @Override
    public Set<Id<Client>> withClaimAhead(Collection<Id<Client>> clients, Instant now) {
        return listOpenClaims().stream()
                .filter(claim -> claim.firstTarget().orElseThrow().isAfter(now))
                .map(LedgerEntry::client)
                .filter(clients::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<LedgerEntry> listDraws(Collection<Id<Client>> clients) {
        return list().stream()
                .filter(entry -> entry.kind() == EntryKind.DRAW && clients.contains(entry.client()))
                .toList();
    }

    /** Nobody reaches the memory of a test from outside: the chain holds. */
    @Override
    public Verification verify() {
        long all = rows.stream().count();
        String head = all == 0 ? "0".repeat(64) : "%064x".formatted(all);
        return new Verification(all, all - list().size(), head, Optional.empty());
    }
}
