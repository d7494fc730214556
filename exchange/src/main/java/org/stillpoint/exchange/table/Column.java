package org.stillpoint.exchange.table;

/**
 * A column of a table.
 *
 * @param name as in the header, without surrounding white space
 * @param index position from 0
 */
public record Column(String name, int index) {}
