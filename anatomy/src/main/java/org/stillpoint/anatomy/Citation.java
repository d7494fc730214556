package org.stillpoint.anatomy;

/**
 * Where a row comes from.
 *
 * @param source keys of {@link Source}, several joined by {@code ;}
 * @param grade how it was got: {@code measured}, {@code model}, {@code estimated}, or a short phrase
 */
public record Citation(String source, String grade) {}
