package org.stillpoint.evidence.ledger;

import java.time.LocalDate;

/**
 * What a claim is about, so exactly that a job can resolve it.
 *
 * @param measure id of the measure, such as {@code nrs_pain}
 * @param wording what was claimed, as people read it
 * @param from first day whose entries count
 * @param to last day whose entries count
 * @param leastEntries fewer entries than this make the claim void: the missing-data rule
 * @param better {@code low} or {@code high}: which way the measure gets better
 * @param meaningful points by which the mean must be better than {@code reference} for a meaningful change
 * @param reference level before, from which a meaningful change counts
 */
public record Target(
        String measure,
        String wording,
        LocalDate from,
        LocalDate to,
        int leastEntries,
        String better,
        double meaningful,
        double reference) {

    public Target {
        if (to.isBefore(from) || leastEntries < 1) {
            throw new IllegalArgumentException("days " + from + " to " + to + " with at least " + leastEntries
                    + " entries; the last day must not come before the first, and one entry is the least");
        }
        if (!better.equals("low") && !better.equals("high")) {
            throw new IllegalArgumentException("better is " + better + "; allowed: low, high");
        }
    }

    /** Whether a mean level is a meaningful change from the reference. */
    public boolean isMeaningful(double mean) {
        return (better.equals("low") ? reference - mean : mean - reference) >= meaningful - 1e-12;
    }
}
