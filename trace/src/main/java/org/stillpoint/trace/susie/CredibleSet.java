package org.stillpoint.trace.susie;

import java.util.List;

/**
 * The fewest columns that together hold one effect with the asked probability.
 *
 * @param effect index of the single effect, from 0
 * @param variables column indices from 0, ascending
 * @param coverage probability that the set holds the effect, at least the one asked for
 * @param purity least absolute correlation between two columns of the set; 1 for a single one
 */
public record CredibleSet(int effect, List<Integer> variables, double coverage, double purity) {
    /** Copies the list. */
    public CredibleSet {
        variables = List.copyOf(variables);
    }
}
