package org.stillpoint.evidence.ledger;

import java.util.ArrayList;
import java.util.List;

/** Checks that a ledger is what was sealed: nothing edited, taken out, put in or moved. */
public final class Chain {

    private Chain() {}

    /** One thing wrong with a chain, at the claim of this number. */
    public record Fault(long number, String claim, String what) {}

    /** Every fault, in order; empty for an intact chain. Claims in the order of their numbers. */
    public static List<Fault> verify(List<SealedClaim> claims) {
        List<Fault> faults = new ArrayList<>();
        String previous = SealedClaim.FIRST;
        long number = 0;
        for (SealedClaim claim : claims) {
            String id = claim.draft().id();
            if (claim.number() != ++number) {
                faults.add(new Fault(
                        claim.number(), id, "number " + number + " was expected here: a claim is missing or moved"));
                number = claim.number();
            }
            if (!claim.previous().equals(previous)) {
                faults.add(new Fault(claim.number(), id, "does not follow the claim before it"));
            }
            if (!claim.isIntact()) {
                faults.add(new Fault(claim.number(), id, "was changed after it was sealed"));
            }
            if (!claim.draft()
                    .sealedAt()
                    .atZone(java.time.ZoneOffset.UTC)
                    .toLocalDate()
                    .isBefore(claim.draft().target().from())) {
                faults.add(new Fault(claim.number(), id, "was sealed after its first target day"));
            }
            previous = claim.hash();
        }
        return faults;
    }
}
