package org.stillpoint.trace;

/**
 * A muscle whose palpation would tell something.
 *
 * @param bits information expected from feeling it
 */
public record NextPlace(String muscle, double bits) {}
