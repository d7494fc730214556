package org.stillpoint.trace;

/**
 * One single effect as a fit has found it: one source, or one source on both sides, carries it.
 *
 * @param share probability of each unit to be the one that carries it, if it is real: first the sources, then the pairs of {@code members}
 * @param real probability that it is real at all
 * @param fit what it accounts for in each region: points of pain, or of marks the chance that it made them
 * @param deviation of the sum of that fit: how uncertain it is which source it is, and how much is held
 * @param bumps how many times as likely the map is if an anonymous bump is in its place, natural logarithm
 */
record FoundEffect(double[] share, double real, double[] fit, double deviation, double bumps) {}
