package org.stillpoint.record.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;

/**
 * An entry that is about to be sealed.
 *
 * @param id made by whoever writes it, so that a retry is recognised
 * @param about the entry it belongs to: the claim that a resolution resolves, the guess that a claim was sealed after
 * @param firstTarget the first instant it speaks of, in whole milliseconds; there exactly if the kind looks ahead
 * @param content everything else, as JSON; encrypted where it is kept
 */
public record Draft(
        Id<LedgerEntry> id,
        Id<Client> client,
        EntryKind kind,
        Optional<Id<LedgerEntry>> about,
        Optional<Instant> firstTarget,
        PrivateText content) {

    public Draft {
        firstTarget = firstTarget.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        if (firstTarget.isPresent() != kind.looksAhead()) {
            throw new BadValue(
                    "first target of a " + kind,
                    firstTarget.isPresent() ? "given" : "missing",
                    kind.looksAhead() ? "an instant ahead" : "none");
        }
        if (kind == EntryKind.RESOLUTION && about.isEmpty()) {
            throw new BadValue("claim of a resolution", "missing", "the claim it resolves");
        }
    }

    /** Something that looks ahead. */
    public static Draft ahead(EntryKind kind, Id<Client> client, Instant firstTarget, PrivateText content) {
        return new Draft(Id.random(), client, kind, Optional.empty(), Optional.of(firstTarget), content);
    }

    /** The same draft, about an earlier entry. */
    public Draft about(LedgerEntry earlier) {
        return new Draft(id, client, kind, Optional.of(earlier.id()), firstTarget, content);
    }

    /** What came of a claim. */
    public static Draft resolution(LedgerEntry claim, PrivateText content) {
        return new Draft(
                Id.random(), claim.client(), EntryKind.RESOLUTION, Optional.of(claim.id()), Optional.empty(), content);
    }
}
