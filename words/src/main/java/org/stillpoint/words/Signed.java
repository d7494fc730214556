package org.stillpoint.words;

/** A difference: with its sign also where it is above 0, to one decimal. */
public record Signed(double value) {}
